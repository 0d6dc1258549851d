package duka.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reviews, wishes and news as customers and staff meet them: over HTTP, against the whole server. */
class CustomerVoiceOverHttpTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final int n = COUNTER.incrementAndGet();
    private final String customer = shop.customer("voice" + n + "@example.com");
    private String product = "";

    @BeforeEach
    void aProduct() {
        Answered made = shop.post(
                admin,
                "/api/products/",
                Map.of(
                        "name",
                        "Kikoi " + n,
                        "price",
                        Map.of("amount", "1200.00", "currency", "KES"),
                        "sku",
                        "KIKOI-" + n,
                        "stock",
                        5));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        product = made.text("id");
    }

    @Test
    void who_bought_it_says_so_and_the_product_shows_it() {
        buy();
        String before = shop.get(null, "/api/products/" + product + "/").header("ETag");
        Answered made = review(customer, 4);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(made.text("author")).isEqualTo("Wanjiku K.");
        assertThat(made.json().path("verified_purchase").asBoolean()).isTrue();
        assertThat(review(customer, 5).text("code")).isEqualTo("already_reviewed");
        Answered other = review(shop.customer("other" + n + "@example.com"), 5);
        assertThat(other.json().path("verified_purchase").asBoolean()).isFalse();

        Answered shown = shop.get(null, "/api/products/" + product + "/");
        assertThat(rating(shown.json()).path("average").asString()).isEqualTo("4.5");
        assertThat(rating(shown.json()).path("count").asInt()).isEqualTo(2);
        assertThat(shown.json().path("version").asLong()).isEqualTo(1);
        assertThat(shown.header("ETag")).isNotEqualTo(before);
        assertThat(found("?min_rating=4&search=kikoi")).contains(product);
        assertThat(found("?min_rating=5&search=kikoi")).doesNotContain(product);

        String path = "/api/reviews/" + other.text("id") + "/";
        Answered hidden = shop.send("PATCH", admin, path, Map.of("is_hidden", true), "If-Match", other.header("ETag"));
        assertThat(hidden.status()).as(hidden.response().body()).isEqualTo(200);
        assertThat(shop.get(customer, path).status()).isEqualTo(404);
        assertThat(shop.get(null, "/api/reviews/?product=kikoi-" + n)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(rating(shop.get(null, "/api/products/" + product + "/").json())
                        .path("average")
                        .asString())
                .isEqualTo("4.0");

        String own = "/api/reviews/" + made.text("id") + "/";
        assertThat(shop.send("PATCH", customer, own, Map.of("rating", 2), "If-Match", made.header("ETag"))
                        .json()
                        .path("rating")
                        .asInt())
                .isEqualTo(2);
        assertThat(shop.send("DELETE", customer, own, null, "If-Match", made.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(shop.send("DELETE", customer, own, null).status()).isEqualTo(204);
        assertThat(shop.get(customer, own).status()).isEqualTo(404);
        assertThat(rating(shop.get(null, "/api/products/" + product + "/").json())
                        .path("average")
                        .isNull())
                .isTrue();
        assertThat(review(customer, 3).status()).isEqualTo(201);
    }

    @Test
    void a_wish_goes_to_the_cart_while_there_is_stock() {
        assertThat(wish().status()).isEqualTo(201);
        assertThat(wish().status()).isEqualTo(201);
        JsonNode wishes = shop.get(customer, "/api/wishlist/").json();
        assertThat(wishes.path("count").asInt()).isEqualTo(1);
        assertThat(wishes.path("results").get(0).path("product").path("id").asString())
                .isEqualTo(product);
        Answered cart = shop.send("POST", customer, "/api/wishlist/" + product + "/move-to-cart/", null);
        assertThat(cart.status()).as(cart.response().body()).isEqualTo(200);
        assertThat(cart.json().path("item_count").asInt()).isEqualTo(1);
        assertThat(shop.get(customer, "/api/wishlist/").json().path("count").asInt())
                .isZero();
        wish();
        shop.send("PATCH", admin, "/api/products/" + product + "/", Map.of("stock", 1));
        Answered refused = shop.send("POST", customer, "/api/wishlist/" + product + "/move-to-cart/", null);
        assertThat(refused.text("code")).isEqualTo("insufficient_stock");
        shop.send("DELETE", admin, "/api/products/" + product + "/", null);
        assertThat(shop.get(customer, "/api/wishlist/").json().path("count").asInt())
                .isZero();
        assertThat(shop.send("DELETE", customer, "/api/wishlist/" + product + "/", null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_customer_hears_of_the_order_and_marks_it_as_read() {
        String number = buy();
        JsonNode news = await().atMost(PATIENCE)
                .until(
                        () -> shop.get(customer, "/api/notifications/").json(),
                        page -> page.path("count").asInt() == 1);
        JsonNode first = news.path("results").get(0);
        assertThat(first.path("kind").asString()).isEqualTo("order_confirmed");
        assertThat(first.path("link").asString()).isEqualTo("/orders/" + number);
        String path = "/api/notifications/" + first.path("id").asString() + "/";
        assertThat(shop.send("PATCH", customer, path, Map.of("is_read", true))
                        .json()
                        .path("is_read")
                        .asBoolean())
                .isTrue();
        assertThat(shop.send("PATCH", admin, path, Map.of("is_read", false)).status())
                .isEqualTo(404);
        assertThat(shop.send("POST", customer, "/api/notifications/read-all/", null)
                        .status())
                .isEqualTo(204);
        assertThat(shop.get(customer, "/api/notifications/?is_read=false")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    private Answered wish() {
        return shop.post(customer, "/api/wishlist/", Map.of("product_id", product));
    }

    private Answered review(String token, int rating) {
        return shop.post(
                token, "/api/reviews/", Map.of("product_id", product, "rating", rating, "body", "It is a kikoi."));
    }

    private String found(String query) {
        return shop.get(null, "/api/products/" + query).response().body();
    }

    private static JsonNode rating(JsonNode product) {
        return product.path("rating");
    }

    /** An order that needs no money yet. @return its number */
    private String buy() {
        shop.post(customer, "/api/cart/items/", Map.of("product_id", product, "quantity", 1));
        Answered placed = shop.post(
                customer,
                "/api/orders/",
                Map.of(
                        "shipping_address",
                        Map.of(
                                "full_name", "Wanjiku Kamau",
                                "phone", "0712345000",
                                "line1", "Moi Avenue 14",
                                "city", "Nairobi",
                                "country", "KE"),
                        "shipping_method",
                        "pickup",
                        "payment_method",
                        "cash_on_delivery"));
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        String path = "/api/orders/" + placed.text("id") + "/";
        await().atMost(PATIENCE)
                .until(() -> shop.get(customer, path).text("status").equals("confirmed"));
        return placed.text("number");
    }
}
