package duka.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ParcelsOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ORDERED = 4;

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final String sku = "PARCEL-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_parcel_takes_from_several_when_none_holds_all() {
        String order = ordered();
        String first = parcels(order).get(0).path("id").asString();
        Answered second = pack(order, 2);
        assertThat(second.status()).as(second.response().body()).isEqualTo(201);
        Answered third = pack(order, 3);
        assertThat(third.status()).as(third.response().body()).isEqualTo(201);
        assertThat(pieces(third.json())).isEqualTo(3);
        assertThat(third.text("status")).isEqualTo("preparing");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(one(first).text("status")).isEqualTo("cancelled"));
        assertThat(one(second.text("id")).text("status")).isEqualTo("preparing");
        assertThat(pieces(one(second.text("id")).json())).isEqualTo(1);
        assertThat(packed(order)).isEqualTo(ORDERED);
    }

    @Test
    void the_order_is_complete_once_what_came_out_of_several_has_arrived() {
        String order = ordered();
        pack(order, 2);
        String all = pack(order, ORDERED).text("id");
        await().atMost(PATIENCE).until(() -> open(order) == 1);
        String settle = "/api/payments/payments/" + payment(order) + "/settle/";
        assertThat(shop.post(admin, settle, Map.of("amount", total(order))).status())
                .isEqualTo(200);
        for (String status : List.of("shipped", "delivered")) {
            shop.send("PATCH", admin, "/api/shipments/" + all + "/", Map.of("status", status));
        }
        await().atMost(PATIENCE)
                .until(() -> sale(order).path("status").asString(), status -> status.equals("completed"));
        assertThat(pieces(one(all).json())).isEqualTo(ORDERED);
    }

    @Test
    void who_packs_at_once_packs_no_piece_twice() throws Exception {
        String order = ordered();
        pack(order, 1);
        pack(order, 1);
        List<Callable<Answered>> packers = IntStream.range(0, 5)
                .<Callable<Answered>>mapToObj(n -> () -> pack(order, 3))
                .toList();
        List<Answered> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(packers.size())) {
            for (Future<Answered> answer : threads.invokeAll(packers)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.response().body()).isIn(201, 202, 409));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(packed(order)).isEqualTo(ORDERED));
    }

    @Test
    void a_packing_that_is_sent_again_packs_once() {
        String order = ordered();
        pack(order, 2);
        String key = UUID.randomUUID().toString();
        Answered first = pack(order, 3, "Idempotency-Key", key);
        Answered again = pack(order, 3, "Idempotency-Key", key);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(packed(order)).isEqualTo(ORDERED);
        Answered tooMany = pack(order, ORDERED + 1);
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.text("code")).isEqualTo("more_than_ordered");
        assertThat(tooMany.json().path("left").asInt()).isEqualTo(ORDERED);
    }

    private Answered pack(String order, int pieces, String... headers) {
        Map<String, Object> body = Map.of("order_id", order, "items", List.of(Map.of("sku", sku, "quantity", pieces)));
        return shop.send("POST", admin, "/api/shipments/", body, headers);
    }

    private Answered one(String parcel) {
        return shop.get(admin, "/api/shipments/" + parcel + "/");
    }

    private JsonNode sale(String order) {
        return shop.get(admin, "/api/orders/" + order + "/").json();
    }

    private JsonNode parcels(String order) {
        return await().atMost(PATIENCE).until(() -> sale(order).path("shipments"), parcels -> !parcels.isEmpty());
    }

    private int packed(String order) {
        return parcels(order)
                .valueStream()
                .mapToInt(ParcelsOverHttpTest::pieces)
                .sum();
    }

    private long open(String order) {
        return parcels(order)
                .valueStream()
                .filter(parcel -> !parcel.path("status").asString().equals("cancelled"))
                .count();
    }

    private String payment(String order) {
        return sale(order).path("payment").path("id").asString();
    }

    private Map<String, String> total(String order) {
        return Map.of("amount", sale(order).path("total").path("amount").asString(), "currency", "KES");
    }

    private static int pieces(JsonNode parcel) {
        return parcel.path("items")
                .valueStream()
                .mapToInt(item -> item.path("quantity").asInt())
                .sum();
    }

    /** A confirmed order of some pieces, all in its first parcel. */
    private String ordered() {
        Map<String, String> price = Map.of("amount", "150.00", "currency", "KES");
        shop.post(admin, "/api/products/", Map.of("name", "Parcel " + sku, "sku", sku, "price", price, "stock", 50));
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/inventory/" + sku + "/").status() == 200);
        Answered added = shop.post(null, "/api/cart/items/", Map.of("sku", sku, "quantity", ORDERED));
        Answered placed =
                shop.send("POST", null, "/api/orders/", order(), "X-Cart-Token", added.header("X-Cart-Token"));
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        assertThat(parcels(placed.text("id"))).hasSize(1);
        return placed.text("id");
    }

    private static Map<String, Object> order() {
        return Map.of(
                "shipping_address",
                Map.of(
                        "full_name", "Guest Kamau",
                        "phone", "+254712345000",
                        "line1", "Moi Avenue 14",
                        "city", "Nairobi",
                        "country", "KE"),
                "shipping_method",
                "nairobi",
                "payment_method",
                "cash_on_delivery",
                "email",
                UUID.randomUUID() + "@example.com");
    }
}
