package duka.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockCommand.RetireStockItem;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CatalogEndpointsTest extends EdgeTest {

    private static final String PRODUCTS = "/api/products/";
    private static final String LAMP = """
            {"name":"Café Lamp","price":{"amount":"1500.00","currency":"KES"},"sku":"LAMP-1","stock":7,
             "attributes":{"colour":"red"}}""";

    @Test
    void a_simple_product_has_one_variant_and_its_stock() {
        Answered made = post(ADMIN, PRODUCTS, LAMP);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith(made.json().path("id").asString() + "/");
        JsonNode product = made.json();
        assertThat(product.path("slug").asString()).isEqualTo("cafe-lamp");
        assertThat(product.path("price").path("amount").asString()).isEqualTo("1500.00");
        assertThat(product.path("stock").path("available").asInt()).isEqualTo(7);
        assertThat(product.path("variants").get(0).path("sku").asString()).isEqualTo("LAMP-1");
        assertThat(product.path("is_active").asBoolean()).isTrue();
        assertThat(product.path("category").isNull()).isTrue();
        assertThat(product.path("rating").path("average").isNull()).isTrue();
        Answered read = get(null, PRODUCTS + "cafe-lamp/");
        assertThat(read.header("ETag")).isEqualTo("\"1.1\"");
        assertThat(get(null, PRODUCTS + "cafe-lamp", "If-None-Match", "\"1.1\"").status())
                .isEqualTo(304);
    }

    @Test
    void a_product_with_variants_keeps_a_sku_of_its_own() {
        Answered made = post(ADMIN, PRODUCTS, """
                {"name":"Shirt","price":{"amount":"900","currency":"KES"},"sku":"SHIRT","variants":[
                 {"sku":"SHIRT-S","options":{"size":"S"},"stock":3},
                 {"sku":"SHIRT-M","options":{"size":"M"},"price":{"amount":"950.00","currency":"KES"}}]}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("sku").asString()).isEqualTo("SHIRT");
        assertThat(world.sent(CreateProduct.class).getFirst().openingStock())
                .containsExactly(new OpeningStock(new Sku("SHIRT-S"), 3), new OpeningStock(new Sku("SHIRT-M"), 0));
    }

    @Test
    void a_second_product_of_a_name_gets_a_numbered_slug_and_no_taken_sku() {
        assertThat(post(ADMIN, PRODUCTS, LAMP).status()).isEqualTo(201);
        Answered second = post(ADMIN, PRODUCTS, LAMP.replace("LAMP-1", "LAMP-2"));
        assertThat(second.json().path("slug").asString()).isEqualTo("cafe-lamp-2");
        Answered sameSku = post(ADMIN, PRODUCTS, LAMP.replace("LAMP-1", "lamp-1"));
        assertThat(sameSku.status()).isEqualTo(409);
        assertThat(sameSku.code()).isEqualTo("sku_taken");
        Answered sameSlug = post(
                ADMIN,
                PRODUCTS,
                LAMP.replace("LAMP-1", "LAMP-3").replace("{\"name\"", "{\"slug\":\"cafe-lamp\",\"name\""));
        assertThat(sameSlug.code()).isEqualTo("slug_taken");
        assertThat(world.claims).doesNotContainKey("catalog.sku/LAMP-3");
    }

    @Test
    void a_product_that_is_not_shown_yet_is_accepted() {
        world.visible = false;
        Answered made = post(ADMIN, PRODUCTS, LAMP);
        assertThat(made.status()).isEqualTo(202);
        assertThat(made.json().path("id").asString()).isNotBlank();
        assertThat(made.header("Location")).startsWith(PRODUCTS);
    }

    @Test
    void what_cannot_be_a_product_is_said_field_by_field() {
        Answered empty = post(ADMIN, PRODUCTS, "{\"name\":\"\",\"sku\":\"no spaces\"}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().path("errors").toString()).contains("\"name\"", "\"sku\"", "\"price\"");
        assertThat(post(ADMIN, PRODUCTS, LAMP.replace("1500.00", "1499.50")).code())
                .isEqualTo("not_whole_shillings");
        assertThat(post(ADMIN, PRODUCTS, LAMP.replace("KES", "USD")).code()).isEqualTo("currency_not_supported");
        assertThat(post(ADMIN, PRODUCTS, LAMP.replace("\"stock\":7", "\"stock\":\"7\""))
                        .status())
                .isEqualTo(400);
        Answered twice =
                post(ADMIN, PRODUCTS, LAMP.replace("\"stock\":7", "\"variants\":[{\"sku\":\"A\"},{\"sku\":\"a\"}]"));
        assertThat(twice.json().path("errors").toString()).contains("variants[1].sku");
        Answered unknown = post(ADMIN, PRODUCTS, LAMP.replace("\"stock\":7", "\"category_id\":\"none\""));
        assertThat(unknown.code()).isEqualTo("category_not_found");
    }

    @Test
    void only_admins_write_and_strangers_learn_nothing() {
        assertThat(post(null, PRODUCTS, LAMP).status()).isEqualTo(401);
        assertThat(post(CUSTOMER, PRODUCTS, LAMP).status()).isEqualTo(403);
        assertThat(post(AUDITOR, PRODUCTS, LAMP).status()).isEqualTo(403);
        assertThat(send("PATCH", ADMIN, PRODUCTS + "nothing/", "{\"name\":\"\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_patch_changes_what_it_names_and_the_stock_when_it_is_named() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        Answered renamed = send("PATCH", ADMIN, PRODUCTS + "lamp/", "{\"name\":\"Desk lamp\"}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.json().path("name").asString()).isEqualTo("Desk lamp");
        assertThat(renamed.json().path("slug").asString()).isEqualTo("lamp");
        assertThat(renamed.json().path("version").asInt()).isEqualTo(2);
        assertThat(world.sent(AdjustStock.class)).isEmpty();
        assertThat(send("PATCH", ADMIN, PRODUCTS + "lamp/", "{\"stock\":10}").status())
                .isEqualTo(200);
        assertThat(world.sent(AdjustStock.class).getFirst().delta()).isEqualTo(3);
        assertThat(send("PATCH", ADMIN, PRODUCTS + "lamp/", "{\"name\":null}").status())
                .isEqualTo(400);
    }

    @Test
    void a_stale_edit_is_refused() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        Answered stale = send("PATCH", ADMIN, PRODUCTS + "lamp/", "{\"name\":\"Desk lamp\"}", "If-Match", "\"9.1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(world.sent(ReviseProduct.class)).isEmpty();
        assertThat(send("PATCH", ADMIN, PRODUCTS + "lamp/", "{\"name\":\"Desk lamp\"}", "If-Match", "\"1.77\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_variant_in_an_open_order_cannot_go() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        world.on(RetireStockItem.class, command -> {
            throw new Rejection("variant_in_use", "Orders hold some of it.");
        });
        Answered refused = send("PATCH", ADMIN, PRODUCTS + "lamp/", "{\"sku\":\"LAMP-9\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("variant_in_use");
        assertThat(world.sent(ReviseProduct.class)).isEmpty();
        assertThat(world.claims).doesNotContainKey("catalog.sku/LAMP-9");
    }

    @Test
    void an_archived_product_is_gone_for_everybody() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        assertThat(send("DELETE", ADMIN, PRODUCTS + "lamp/", null).status()).isEqualTo(204);
        assertThat(get(ADMIN, PRODUCTS + Samples.LAMP + "/").status()).isEqualTo(404);
        assertThat(send("DELETE", ADMIN, PRODUCTS + "lamp/", null).status()).isEqualTo(404);
        assertThat(world.sent(RetireStockItem.class)).hasSize(1);
    }

    @Test
    void lists_say_what_they_cannot_do() {
        Answered ordering = get(null, PRODUCTS + "?ordering=colour");
        assertThat(ordering.code()).isEqualTo("unknown_ordering");
        assertThat(ordering.json().path("allowed").toString()).contains("popularity", "-price");
        assertThat(get(null, PRODUCTS + "?min_price=abc").status()).isEqualTo(400);
        assertThat(get(null, PRODUCTS + "?in_stock=maybe").status()).isEqualTo(400);
        assertThat(get(null, PRODUCTS + "?min_rating=9").status()).isEqualTo(400);
        assertThat(get(null, PRODUCTS + "?min_rating=0").status()).isEqualTo(200);
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        JsonNode list = get(null, PRODUCTS + "?search=lamp&in_stock=true&ordering=-price")
                .json();
        assertThat(list.path("count").asInt()).isEqualTo(1);
        assertThat(list.path("next").isNull()).isTrue();
        assertThat(list.has("facets")).isFalse();
    }

    @Test
    void looking_at_a_product_is_counted() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        assertThat(send("POST", null, PRODUCTS + "lamp/views/", null).status()).isEqualTo(204);
        assertThat(send("POST", null, PRODUCTS + UUID.randomUUID() + "/views/", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void categories_have_their_place() {
        Answered pantry = post(ADMIN, PRODUCTS + "categories/", "{\"name\":\"Pantry\"}");
        assertThat(pantry.status()).isEqualTo(201);
        assertThat(pantry.json().path("slug").asString()).isEqualTo("pantry");
        assertThat(pantry.json().path("parent_id").isNull()).isTrue();
        String id = pantry.json().path("id").asString();
        Answered flour = post(ADMIN, PRODUCTS + "categories/", "{\"name\":\"Flour\",\"parent_id\":\"" + id + "\"}");
        assertThat(flour.json().path("parent_id").asString()).isEqualTo(id);
        assertThat(post(ADMIN, PRODUCTS + "categories/", "{\"name\":\"P\",\"slug\":\"pantry\"}")
                        .code())
                .isEqualTo("slug_taken");
        assertThat(post(ADMIN, PRODUCTS + "categories/", "{\"name\":\"P\",\"parent_id\":\"none\"}")
                        .status())
                .isEqualTo(400);
        assertThat(get(null, PRODUCTS + "categories/flour/").status()).isEqualTo(200);
        assertThat(get(null, PRODUCTS + "categories/").json().path("count").asInt())
                .isEqualTo(2);
        assertThat(get(null, PRODUCTS + "categories/none/").status()).isEqualTo(404);
    }
}
