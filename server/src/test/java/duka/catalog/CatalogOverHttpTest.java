package duka.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The catalogue as staff keep it and visitors search it: over HTTP, against the whole server. */
class CatalogOverHttpTest {

    private static final int MANY = 300;

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();

    @Test
    void an_edit_is_seen_by_the_next_reader_and_not_lost_to_a_stale_one() {
        JsonNode kettle = create("KETTLE-1", "Kettle", 2_400);
        String path = "/api/products/" + kettle.path("id").asString() + "/";
        String read = shop.get(null, path).header("ETag");
        Answered cheaper = shop.send("PATCH", admin, path, Map.of("price", kes(2_000)), "If-Match", read);
        assertThat(cheaper.status()).as(cheaper.response().body()).isEqualTo(200);
        assertThat(cheaper.json().path("price").path("amount").asString()).isEqualTo("2000.00");
        assertThat(shop.send("PATCH", admin, path, Map.of("price", kes(1_000)), "If-Match", read)
                        .status())
                .isEqualTo(412);
        assertThat(shop.send("PATCH", admin, path, Map.of("stock", 9)).status()).isEqualTo(200);
        assertThat(shop.get(admin, "/api/inventory/KETTLE-1/")
                        .json()
                        .path("on_hand")
                        .asInt())
                .isEqualTo(9);
        assertThat(shop.get(null, path).header("ETag")).isNotEqualTo(read);
    }

    @Test
    void variants_come_and_go_with_their_stock() {
        Answered made = shop.post(
                admin,
                "/api/products/",
                Map.of(
                        "name",
                        "Shirt",
                        "price",
                        kes(900),
                        "sku",
                        "SHIRT-A",
                        "variants",
                        List.of(
                                Map.of("sku", "SHIRT-A-S", "options", Map.of("size", "S"), "stock", 3),
                                Map.of("sku", "SHIRT-A-M", "options", Map.of("size", "M"), "stock", 4))));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(made.text("sku")).isEqualTo("SHIRT-A");
        assertThat(made.json().path("stock").path("available").asInt()).isEqualTo(7);
        String path = "/api/products/" + made.text("id") + "/";
        Answered fewer = shop.send(
                "PATCH",
                admin,
                path,
                Map.of("variants", List.of(Map.of("sku", "SHIRT-A-M", "options", Map.of("size", "M")))));
        assertThat(fewer.status()).as(fewer.response().body()).isEqualTo(200);
        assertThat(fewer.json().path("stock").path("available").asInt()).isEqualTo(4);
        assertThat(shop.get(admin, "/api/inventory/SHIRT-A-S/").status()).isEqualTo(404);
        assertThat(shop.post(admin, "/api/products/", Map.of("name", "S", "price", kes(1), "sku", "shirt-a-m"))
                        .text("code"))
                .isEqualTo("sku_taken");
        assertThat(create("SHIRT-A-S", "Another", 100).path("sku").asString()).isEqualTo("SHIRT-A-S");
    }

    @Test
    void an_archived_product_is_gone_and_its_sku_free() {
        JsonNode pan = create("PAN-1", "Frying pan", 800);
        assertThat(shop.send("DELETE", admin, "/api/products/" + pan.path("id").asString() + "/", null)
                        .status())
                .isEqualTo(204);
        assertThat(shop.get(null, "/api/products/frying-pan/").status()).isEqualTo(404);
        assertThat(create("PAN-1", "Frying pan", 850).path("slug").asString()).isEqualTo("frying-pan");
    }

    @Test
    void categories_hold_what_is_below_them_and_refuse_circles() {
        String kitchen = category("Kitchen", null);
        String knives = category("Knives", kitchen);
        Answered knife = shop.post(
                admin,
                "/api/products/",
                Map.of("name", "Bread knife", "price", kes(450), "sku", "KNIFE-1", "category_id", knives));
        assertThat(knife.json().path("category").path("slug").asString()).isEqualTo("knives");
        assertThat(shop.get(null, "/api/products/?category=kitchen")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        String path = "/api/products/categories/" + kitchen + "/";
        assertThat(shop.get(null, path).json().path("product_count").asInt()).isEqualTo(1);
        assertThat(shop.send("PATCH", admin, path, Map.of("parent_id", knives)).text("code"))
                .isEqualTo("category_cycle");
        assertThat(shop.send("DELETE", admin, path, null).text("code")).isEqualTo("category_not_empty");
        assertThat(shop.send("PATCH", admin, path, Map.of("name", "Kitchenware"))
                        .text("name"))
                .isEqualTo("Kitchenware");
        String empty = category("Empty", null);
        assertThat(shop.send("DELETE", admin, "/api/products/categories/" + empty + "/", null)
                        .status())
                .isEqualTo(204);
        assertThat(shop.get(null, "/api/products/categories/" + empty + "/").status())
                .isEqualTo(404);
    }

    @Test
    void a_whole_catalogue_comes_in_by_a_table() {
        String table = "sku,name,description,category,price,stock\n"
                + IntStream.range(0, MANY)
                        .mapToObj(i ->
                                "BULK-%d,Bulk thing %d,,Bulk > Aisle %d,%d,%d\n".formatted(i, i, i % 7, 100 + i, i))
                        .collect(Collectors.joining());
        String job = shop.send("POST", admin, "/api/products/import/", table, "Content-Type", "text/csv")
                .text("job_id");
        JsonNode ended = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> shop.get(admin, "/api/products/import/" + job + "/")
                                .json(),
                        now -> !now.path("status").asString().matches("queued|running"));
        assertThat(ended.path("status").asString()).isEqualTo("succeeded");
        assertThat(ended.path("done").asInt()).isEqualTo(MANY);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.get(null, "/api/products/?category=bulk&in_stock=true")
                                .json()
                                .path("count")
                                .asInt()
                        == MANY - 1);
        assertThat(shop.get(admin, "/api/inventory/BULK-299/")
                        .json()
                        .path("on_hand")
                        .asInt())
                .isEqualTo(299);
        assertThat(shop.get(null, "/api/products/categories/aisle-3/")
                        .json()
                        .path("parent_id")
                        .asString())
                .isEqualTo(shop.get(null, "/api/products/categories/bulk/").text("id"));
    }

    private String category(String name, String parent) {
        Answered made = shop.post(
                admin,
                "/api/products/categories/",
                parent == null ? Map.of("name", name) : Map.of("name", name, "parent_id", parent));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made.text("id");
    }

    private JsonNode create(String sku, String name, int price) {
        Answered made = shop.post(admin, "/api/products/", Map.of("name", name, "price", kes(price), "sku", sku));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made.json();
    }

    private static Map<String, String> kes(int shillings) {
        return Map.of("amount", shillings + ".00", "currency", "KES");
    }
}
