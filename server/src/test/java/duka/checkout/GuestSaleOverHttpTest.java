package duka.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop.Answered;
import duka.kernel.api.MessageKeys;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
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
    void whatever_belongs_to_the_order_opens_to_its_token_and_to_no_other() {
        Answered placed = placed("guest@example.com");
        String order = placed.text("id");
        String token = placed.text("access_token");
        String other = placed("other@example.com").text("access_token");
        await().atMost(PATIENCE)
                .until(() -> with(token, "GET", "/api/orders/" + order + "/", null)
                        .text("status")
                        .equals("awaiting_payment"));
        Map<String, String> prompt = Map.of("order_id", order, "phone_number", "0712345000");
        assertThat(with(other, "POST", "/api/payments/mpesa/initiate/", prompt).status())
                .isEqualTo(404);
        Answered prompted = with(token, "POST", "/api/payments/mpesa/initiate/", prompt);
        assertThat(prompted.status()).isEqualTo(201);
        String payment = with(token, "GET", "/api/payments/payments/", null)
                .json()
                .path("results")
                .get(0)
                .path("id")
                .asString();
        for (String path : List.of(
                "/api/orders/" + order + "/",
                "/api/orders/" + placed.text("number") + "/",
                "/api/orders/" + order + "/invoice/",
                "/api/payments/payments/" + payment + "/",
                "/api/payments/mpesa/transactions/" + prompted.text("transaction_id") + "/status/")) {
            assertThat(with(token, "GET", path, null).status()).as(path).isEqualTo(200);
            assertThat(with(other, "GET", path, null).status()).as(path).isEqualTo(404);
            assertThat(with("forged", "GET", path, null).status()).as(path).isEqualTo(401);
        }
        assertThat(with(other, "PATCH", "/api/orders/" + order + "/", Map.of("notes", "mine"))
                        .status())
                .isEqualTo(404);
        assertThat(with(token, "PATCH", "/api/orders/" + order + "/", Map.of("notes", "Ring twice"))
                        .text("notes"))
                .isEqualTo("Ring twice");
        assertThat(with(token, "DELETE", "/api/orders/" + order + "/", null).status())
                .isEqualTo(204);
        String stream = "/api/orders/" + order + "/stream/?token=";
        assertThat(shop.get(null, stream + token).response().body())
                .contains("event:order", "\"status\":\"cancelled\"");
        assertThat(shop.get(null, stream + other).status()).isEqualTo(404);
    }

    @Test
    void a_guest_waits_for_the_parcels_of_one_order_also_when_signed_in_by_now() {
        Answered placed =
                shop.send("POST", null, "/api/orders/", order("guest@example.com", "cash_on_delivery"), CART, fill(1));
        String token = placed.text("access_token");
        await().atMost(PATIENCE)
                .until(() -> with(token, "GET", "/api/shipments/", null)
                                .json()
                                .path("count")
                                .asInt()
                        == 1);
        String parcel = with(token, "GET", "/api/shipments/", null)
                .json()
                .path("results")
                .get(0)
                .path("id")
                .asString();
        assertThat(with(token, "GET", "/api/shipments/" + parcel + "/", null).text("order_id"))
                .isEqualTo(placed.text("id"));
        String customer = shop.customer("later-" + sku.toLowerCase(Locale.ROOT) + "@example.com");
        String path = "/api/orders/" + placed.text("id") + "/";
        assertThat(shop.get(customer, path).status()).isEqualTo(404);
        assertThat(shop.get(customer, path + "?token=" + token).status()).isEqualTo(200);
    }

    @Test
    void what_a_guest_causes_is_recorded_as_the_guests() {
        Answered placed = placed("guest@example.com");
        String order = placed.text("id");
        with(placed.text("access_token"), "DELETE", "/api/orders/" + order + "/", null);
        Map<String, Object> actors = new HashMap<>();
        shop.part(EventStore.class)
                .readEvents(order)
                .asStream()
                .forEach(event -> actors.put(
                        event.getPayloadType().getSimpleName(),
                        event.getMetaData().get(MessageKeys.ACTOR)));
        assertThat(actors)
                .containsEntry("OrderPlaced", "guest:" + order)
                .containsEntry("OrderCancelled", "guest:" + order);
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
        Answered anew = shop.send("POST", null, "/api/cart/items/", Map.of("sku", sku, "quantity", 1), CART, cart);
        assertThat(anew.status()).isEqualTo(201);
        assertThat(anew.header(CART)).isNotEqualTo(cart);
        assertThat(anew.json().path("item_count").asInt()).isEqualTo(1);
    }

    private Answered placed(String email) {
        return shop.send("POST", null, "/api/orders/", order(email), CART, fill(1));
    }

    private Answered with(String token, String method, String path, Object body) {
        return shop.send(method, null, path, body, ORDER, token);
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
        return order(email, "mpesa");
    }

    private static Map<String, Object> order(String email, String paymentMethod) {
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
                paymentMethod,
                "email",
                email);
    }
}
