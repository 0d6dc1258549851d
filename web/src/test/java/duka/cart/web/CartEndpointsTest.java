package duka.cart.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.cart.api.CartCommand.AddCartItem;
import duka.cart.api.CartCommand.ChangeCartItemQuantity;
import duka.cart.api.CartCommand.ClearCart;
import duka.cart.api.CartCommand.GiveAwayCart;
import duka.cart.api.CartCommand.MergeCart;
import duka.cart.api.CartCommand.RemoveCartItem;
import duka.cart.api.CartId;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CartEndpointsTest extends EdgeTest {

    private static final String CART = "/api/cart/";
    private static final String ITEMS = "/api/cart/items/";

    @Test
    void whoever_names_nobody_sees_an_empty_cart_and_stores_nothing() {
        Answered cart = get(null, CART);
        assertThat(cart.status()).isEqualTo(200);
        assertThat(cart.json().path("items").isEmpty()).isTrue();
        assertThat(cart.json().path("subtotal").path("amount").asString()).isEqualTo("0.00");
        assertThat(cart.header("X-Cart-Token")).isEmpty();
        assertThat(get(null, CART, "X-Cart-Token", "forged")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(world.sent).isEmpty();
    }

    @Test
    void a_guests_cart_is_named_by_a_token_that_nobody_can_guess() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        Answered first = post(null, ITEMS, "{\"sku\":\"LAMP-1\",\"quantity\":1}");
        assertThat(first.status()).isEqualTo(201);
        String token = first.header("X-Cart-Token");
        AddCartItem added = world.sent(AddCartItem.class).getFirst();
        assertThat(added.customerId()).isNull();
        post(null, ITEMS, "{\"sku\":\"LAMP-1\",\"quantity\":2}", "X-Cart-Token", token);
        assertThat(world.sent(AddCartItem.class))
                .extracting(AddCartItem::cartId)
                .containsOnly(added.cartId());
        String forged = token.substring(0, 63) + (token.endsWith("0") ? "1" : "0");
        post(null, ITEMS, "{\"sku\":\"LAMP-1\",\"quantity\":2}", "X-Cart-Token", forged);
        assertThat(world.sent(AddCartItem.class).getLast().cartId()).isNotEqualTo(added.cartId());
    }

    @Test
    void a_guests_cart_joins_the_customers() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        String token = post(null, ITEMS, "{\"sku\":\"LAMP-1\",\"quantity\":1}").header("X-Cart-Token");
        Answered merged = post(CUSTOMER, CART + "merge/", "{\"cart_token\":\"" + token + "\"}");
        assertThat(merged.status()).isEqualTo(200);
        MergeCart command = world.sent(MergeCart.class).getFirst();
        assertThat(command.cartId()).isEqualTo(CartId.of(WANJIKU));
        assertThat(world.sent(GiveAwayCart.class))
                .containsExactly(new GiveAwayCart(command.from(), CartId.of(WANJIKU)));
        assertThat(post(CUSTOMER, CART + "merge/", "{\"cart_token\":\"forged\"}")
                        .status())
                .isEqualTo(404);
        assertThat(post(CUSTOMER, CART + "merge/", "{}").status()).isEqualTo(400);
        assertThat(post(null, CART + "merge/", "{}").status()).isEqualTo(401);
    }

    @Test
    void a_cart_shows_todays_prices_and_what_is_wrong() {
        world.list(Samples.LAMP, Samples.lamp(1_600), 7);
        world.carts.put(Samples.cart(WANJIKU, 2, 1_500).id(), Samples.cart(WANJIKU, 2, 1_500));
        JsonNode cart = get(CUSTOMER, CART).json();
        JsonNode line = cart.path("items").get(0);
        assertThat(line.path("unit_price").path("amount").asString()).isEqualTo("1600.00");
        assertThat(line.path("line_total").path("amount").asString()).isEqualTo("3200.00");
        assertThat(line.path("problem").asString()).isEqualTo("price_changed");
        assertThat(line.path("product").path("slug").asString()).isEqualTo("lamp");
        assertThat(cart.path("item_count").asInt()).isEqualTo(2);
        assertThat(cart.path("subtotal").path("amount").asString()).isEqualTo("3200.00");
        world.shelve(Samples.LAMP, Samples.LAMP_SKU, 1);
        assertThat(get(CUSTOMER, CART)
                        .json()
                        .path("items")
                        .get(0)
                        .path("problem")
                        .asString())
                .isEqualTo("insufficient_stock");
    }

    @Test
    void things_are_added_by_sku_or_by_product() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        assertThat(post(CUSTOMER, ITEMS, "{\"sku\":\"lamp-1\",\"quantity\":2}").status())
                .isEqualTo(201);
        assertThat(post(CUSTOMER, ITEMS, "{\"product_id\":\"" + Samples.LAMP + "\",\"quantity\":1}")
                        .status())
                .isEqualTo(201);
        AddCartItem added = world.sent(AddCartItem.class).getFirst();
        assertThat(added.unitPrice()).isEqualTo(Samples.kes(1_500));
        assertThat(added.available()).isEqualTo(7);
        assertThat(added.customerId()).isEqualTo(WANJIKU);
    }

    @Test
    void what_cannot_be_bought_cannot_be_added() {
        Answered unknown = post(CUSTOMER, ITEMS, "{\"sku\":\"NONE\",\"quantity\":1}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("product_not_found");
        assertThat(post(CUSTOMER, ITEMS, "{\"product_id\":\"none\",\"quantity\":1}")
                        .code())
                .isEqualTo("product_not_found");
        assertThat(post(CUSTOMER, ITEMS, "{\"quantity\":1}").status()).isEqualTo(400);
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        assertThat(post(CUSTOMER, ITEMS, "{\"sku\":\"LAMP-1\",\"quantity\":0}").status())
                .isEqualTo(400);
        assertThat(post(CUSTOMER, ITEMS, "{\"sku\":\"LAMP-1\",\"quantity\":1000}")
                        .status())
                .isEqualTo(400);
        world.on(AddCartItem.class, command -> {
            throw new Rejection("insufficient_stock", "There are fewer.", Map.of("available", 7));
        });
        Answered tooMany = post(CUSTOMER, ITEMS, "{\"sku\":\"LAMP-1\",\"quantity\":9}");
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.json().path("available").asInt()).isEqualTo(7);
    }

    @Test
    void a_product_with_variants_needs_the_sku_of_one() {
        ProductId shirt = new ProductId(Samples.uuid(9));
        world.list(
                shirt,
                new ProductContent(
                        "shirt",
                        "Shirt",
                        "",
                        Samples.kes(900),
                        null,
                        null,
                        Map.of(),
                        List.of(
                                new Variant(new Sku("S"), Map.of(), null),
                                new Variant(new Sku("M"), Map.of(), Samples.kes(950))),
                        true),
                4);
        assertThat(post(CUSTOMER, ITEMS, "{\"product_id\":\"" + shirt + "\",\"quantity\":1}")
                        .code())
                .isEqualTo("variant_required");
        assertThat(post(CUSTOMER, ITEMS, "{\"sku\":\"M\",\"quantity\":1}").status())
                .isEqualTo(201);
        assertThat(world.sent(AddCartItem.class).getFirst().unitPrice()).isEqualTo(Samples.kes(950));
    }

    @Test
    void lines_are_changed_removed_and_cleared_by_their_owner() {
        world.list(Samples.LAMP, Samples.lamp(1_600), 7);
        var cart = Samples.cart(WANJIKU, 2, 1_500);
        world.carts.put(cart.id(), cart);
        String line = ITEMS + cart.lines().getFirst().itemId() + "/";
        assertThat(send("PATCH", CUSTOMER, line, "{\"quantity\":3}").status()).isEqualTo(200);
        assertThat(world.sent(ChangeCartItemQuantity.class).getFirst().unitPrice())
                .isEqualTo(Samples.kes(1_600));
        assertThat(send("PATCH", STRANGER, line, "{\"quantity\":3}").status()).isEqualTo(404);
        assertThat(send("PATCH", CUSTOMER, ITEMS + "none/", "{\"quantity\":3}").status())
                .isEqualTo(404);
        assertThat(send("DELETE", CUSTOMER, line, null).status()).isEqualTo(200);
        assertThat(send("DELETE", CUSTOMER, CART, null).status()).isEqualTo(200);
        assertThat(world.sent(RemoveCartItem.class)).hasSize(1);
        assertThat(world.sent(ClearCart.class)).hasSize(1);
    }
}
