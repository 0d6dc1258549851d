package duka.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop.Answered;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sales to people who never sign up: over HTTP, against the whole server. */
class GuestSaleOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CART = "X-Cart-Token";
    private static final String ORDER = "X-Order-Token";

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final String sku = "GUEST-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_guest_buys_with_the_token_of_a_cart_and_follows_with_the_token_of_the_order() {
        String cart = fill(2);
        Answered shown = shop.send("GET", null, "/api/cart/", null, CART, cart);
        assertThat(shown.json().path("item_count").asInt()).isEqualTo(2);
        Answered placed = shop.send("POST", null, "/api/orders/", order("guest@example.com"), CART, cart);
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.json().path("customer").isNull()).isTrue();
        String token = placed.text("access_token");
        String path = "/api/orders/" + placed.text("id") + "/";
        assertThat(shop.send("GET", null, path, null, ORDER, token).text("number"))
                .isEqualTo(placed.text("number"));
        assertThat(shop.get(null, path + "?token=" + token).status()).isEqualTo(200);
        assertThat(shop.get(null, path).status()).isEqualTo(401);
        await().atMost(PATIENCE)
                .until(() ->
                        shop.get(null, path + "?token=" + token).text("status").equals("awaiting_payment"));
        assertThat(shop.get(null, "/api/payments/payments/?token=" + token)
                        .json()
                        .path("results")
                        .get(0)
                        .path("order_id")
                        .asString())
                .isEqualTo(placed.text("id"));
        assertThat(shop.send("GET", null, "/api/cart/", null, CART, cart)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
        assertThat(shop.send("DELETE", null, path, null, ORDER, token).status()).isEqualTo(204);
        assertThat(shop.get(null, path + "?token=" + token).text("status")).isEqualTo("cancelled");
    }

    @Test
    void a_guests_order_needs_a_mail_address_and_a_cart() {
        String cart = fill(1);
        Answered nameless = shop.send("POST", null, "/api/orders/", order(""), CART, cart);
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.json().path("errors").get(0).path("field").asString())
                .isEqualTo("email");
        assertThat(shop.post(null, "/api/orders/", order("guest@example.com")).status())
                .isEqualTo(401);
    }

    @Test
    void the_token_of_one_order_opens_no_other() {
        Answered one = shop.send("POST", null, "/api/orders/", order("one@example.com"), CART, fill(1));
        Answered other = shop.send("POST", null, "/api/orders/", order("other@example.com"), CART, fill(1));
        assertThat(shop.send(
                                "GET",
                                null,
                                "/api/orders/" + one.text("id") + "/",
                                null,
                                ORDER,
                                other.text("access_token"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_same_key_of_the_same_cart_gets_the_same_order() {
        String cart = fill(1);
        Answered first = shop.send(
                "POST",
                null,
                "/api/orders/",
                order("guest@example.com"),
                CART,
                cart,
                "Idempotency-Key",
                "guest-" + sku);
        Answered again = shop.send(
                "POST",
                null,
                "/api/orders/",
                order("guest@example.com"),
                CART,
                cart,
                "Idempotency-Key",
                "guest-" + sku);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.text("access_token")).isEqualTo(first.text("access_token"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void a_guest_who_signs_in_takes_the_cart_along_once() {
        String customer = shop.customer(sku.toLowerCase(Locale.ROOT) + "@example.com");
        String cart = fill(2);
        for (int n = 0; n < 2; n++) {
            Answered merged = shop.post(customer, "/api/cart/merge/", Map.of("cart_token", cart));
            assertThat(merged.status()).isEqualTo(200);
            assertThat(merged.json().path("item_count").asInt()).isEqualTo(2);
        }
        assertThat(shop.send("GET", null, "/api/cart/", null, CART, cart)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    /** Lists a product if need be and puts some of it into a guest's new cart; answers the cart's token. */
    private String fill(int quantity) {
        Map<String, String> price = Map.of("amount", "150.00", "currency", "KES");
        shop.post(admin, "/api/products/", Map.of("name", "Guest " + sku, "sku", sku, "price", price, "stock", 50));
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/inventory/" + sku + "/").status() == 200);
        Answered added = shop.post(null, "/api/cart/items/", Map.of("sku", sku, "quantity", quantity));
        assertThat(added.status()).isEqualTo(201);
        return added.header(CART);
    }

    private static Map<String, Object> order(String email) {
        return Map.of(
                "shipping_address",
                Map.of(
                        "full_name", "Guest Kamau",
                        "phone", "0712345000",
                        "line1", "Moi Avenue 14",
                        "city", "Nairobi",
                        "country", "KE"),
                "shipping_method",
                "nairobi",
                "payment_method",
                "mpesa",
                "email",
                email);
    }
}
