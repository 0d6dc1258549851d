package duka.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import duka.notification.Receiver.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the servers of others are told: over HTTP, against the whole server. */
class WebhooksOverHttpTest {

    private static final String BASE = "/api/webhook-endpoints/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final Receiver receiver = new Receiver();
    private final String sku = "HOOK-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void leave() {
        receiver.close();
        for (JsonNode endpoint : shop.get(admin, BASE).json().path("results")) {
            shop.send("DELETE", admin, BASE + endpoint.path("id").asString() + "/", null);
        }
    }

    @Test
    void an_order_is_told_with_a_signature_and_as_an_admin_reads_it() throws Exception {
        Answered endpoint = endpoint("order.confirmed", "shipment.created");
        String number = order();
        Message told = told("order.confirmed", 1).getFirst();
        assertThat(told.json().path("data").path("number").asString()).isEqualTo(number);
        assertThat(told.json()
                        .path("data")
                        .path("shipping_address")
                        .path("phone")
                        .asString())
                .isEqualTo("+254712345678");
        assertThat(told.json().path("timestamp").asString()).endsWith("Z");
        assertThat(told.signature()).isEqualTo(signature(endpoint.text("secret"), told));
        told("shipment.created", 1);
        assertThat(receiver.of("order.placed")).isEmpty();

        JsonNode delivery = deliveries(endpoint, "succeeded", 2).get(1);
        assertThat(delivery.path("type").asString()).isEqualTo("order.confirmed");
        assertThat(delivery.path("webhook_id").asString()).isEqualTo(told.id());
        JsonNode attempt = delivery.path("attempts").get(0);
        assertThat(attempt.path("status_code").asInt()).isEqualTo(200);
        assertThat(attempt.path("response").asString()).isEqualTo("heard");
    }

    @Test
    void what_failed_comes_again_under_the_same_id_and_so_does_what_an_admin_asks_for() {
        receiver.answerNext(500);
        Answered endpoint = endpoint("order.confirmed");
        order();
        List<Message> twice = told("order.confirmed", 2);
        assertThat(twice.get(1).id()).isEqualTo(twice.get(0).id());
        JsonNode delivery = deliveries(endpoint, "succeeded", 1).get(0);
        assertThat(delivery.path("attempts"))
                .extracting(attempt -> attempt.path("status_code").asInt())
                .containsExactly(500, 200);

        String path = BASE + endpoint.text("id") + "/deliveries/";
        assertThat(shop.post(admin, path + delivery.path("id").asString() + "/redeliver/", null)
                        .status())
                .isEqualTo(202);
        assertThat(told("order.confirmed", 3).get(2).id())
                .isEqualTo(twice.get(0).id());
        assertThat(shop.post(admin, path + UUID.randomUUID() + "/redeliver/", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_past_is_told_again_from_a_position_on() {
        Answered endpoint = endpoint("order.confirmed");
        long before = endpoint.json().path("position").asLong();
        order();
        Message first = told("order.confirmed", 1).getFirst();
        Answered replay =
                shop.post(admin, BASE + endpoint.text("id") + "/replay/", Map.of("from_position", before + 1));
        assertThat(replay.status()).isEqualTo(202);
        assertThat(told("order.confirmed", 2).get(1).id()).isEqualTo(first.id());
    }

    @Test
    void for_a_day_the_old_secret_signs_too_and_neither_is_shown_again() throws Exception {
        Answered endpoint = endpoint("order.confirmed");
        String path = BASE + endpoint.text("id") + "/";
        Answered rotated = shop.post(admin, path + "rotate-secret/", null);
        assertThat(rotated.text("secret")).startsWith("whsec_").isNotEqualTo(endpoint.text("secret"));
        assertThat(shop.get(admin, path).json().has("secret")).isFalse();
        order();
        Message told = told("order.confirmed", 1).getFirst();
        assertThat(told.signature())
                .isEqualTo(signature(rotated.text("secret"), told) + " " + signature(endpoint.text("secret"), told));
        assertThat(shop.part(JdbcClient.class)
                        .sql("SELECT count(*) FROM edge.webhook_endpoint WHERE secret LIKE '%whsec%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_is_gone_is_told_nothing_until_an_admin_says_so() {
        receiver.answerNext(410);
        Answered endpoint = endpoint("order.confirmed");
        String path = BASE + endpoint.text("id") + "/";
        order();
        await().atMost(PATIENCE)
                .until(() -> !shop.get(admin, path).json().path("is_active").asBoolean());
        assertThat(shop.get(admin, path).text("disabled_reason")).isEqualTo("It answered 410 Gone.");
        assertThat(shop.post(admin, path + "replay/", Map.of("from_position", 1))
                        .text("code"))
                .isEqualTo("webhook_endpoint_inactive");
        order();
        assertThat(shop.send("PATCH", admin, path, Map.of("is_active", true)).status())
                .isEqualTo(200);
        String heard = order();
        List<Message> messages = told("order.confirmed", 2);
        assertThat(messages.get(1).json().path("data").path("number").asString())
                .isEqualTo(heard);
    }

    @Test
    void work_that_was_lost_is_written_down_again() {
        Answered endpoint = endpoint("order.confirmed");
        await().atMost(PATIENCE)
                .until(() -> shop.part(JdbcClient.class)
                                .sql("""
                                        DELETE FROM process.scheduled_tasks
                                        WHERE task_name = 'notification.webhook-following' AND task_instance = ?
                                          AND NOT picked""")
                                .param(endpoint.text("id"))
                                .update()
                        == 1);
        order();
        told("order.confirmed", 1);
    }

    @Test
    void bad_settings_are_refused_with_the_field() {
        assertThat(add(Map.of("url", "ftp://example.com/")).text("code")).isEqualTo("url_not_allowed");
        assertThat(add(Map.of("url", receiver.url(), "event_types", List.of("order.eaten")))
                        .text("code"))
                .isEqualTo("unknown_event_type");
        assertThat(add(Map.of()).status()).isEqualTo(400);
        Answered endpoint = endpoint();
        String path = BASE + endpoint.text("id") + "/";
        assertThat(shop.send("PATCH", admin, path, Map.of("description", "mine"), "If-Match", "\"9.9\"")
                        .status())
                .isEqualTo(412);
        assertThat(shop.send("PUT", admin, path, Map.of("url", receiver.url() + "/2"))
                        .text("url"))
                .endsWith("/2");
        assertThat(shop.post(admin, path + "replay/", Map.of("from_position", -1))
                        .status())
                .isEqualTo(400);
        assertThat(shop.get(shop.customer(UUID.randomUUID() + "@example.com"), path)
                        .status())
                .isEqualTo(403);
        assertThat(shop.send("DELETE", admin, path, null).status()).isEqualTo(204);
        assertThat(shop.get(admin, path).status()).isEqualTo(404);
    }

    private Answered endpoint(String... types) {
        Answered added = add(Map.of("url", receiver.url(), "event_types", List.of(types)));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        return added;
    }

    private Answered add(Map<String, ?> settings) {
        return shop.post(admin, BASE, settings);
    }

    private List<Message> told(String type, int count) {
        return await().atMost(PATIENCE).until(() -> receiver.of(type), messages -> messages.size() >= count);
    }

    private JsonNode deliveries(Answered endpoint, String status, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> shop.get(admin, BASE + endpoint.text("id") + "/deliveries/")
                                .json()
                                .path("results"),
                        all -> all.valueStream()
                                        .filter(one ->
                                                one.path("status").asString().equals(status))
                                        .count()
                                == count);
    }

    private static String signature(String secret, Message message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** A guest's order, paid when it is delivered; answers its number. */
    private String order() {
        Map<String, Object> product = new HashMap<>(Map.of("name", "Hook " + sku, "sku", sku, "stock", 50));
        product.put("price", Map.of("amount", "150.00", "currency", "KES"));
        shop.post(admin, "/api/products/", product);
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/inventory/" + sku + "/").status() == 200);
        Answered added = shop.post(null, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
        Map<String, String> address = Map.of(
                "full_name", "Guest Kamau",
                "phone", "+254712345678",
                "line1", "Moi Avenue 14",
                "city", "Nairobi",
                "country", "KE");
        Map<String, Object> order = Map.of(
                "shipping_address",
                address,
                "shipping_method",
                "nairobi",
                "payment_method",
                "cash_on_delivery",
                "email",
                UUID.randomUUID() + "@example.com");
        Answered placed = shop.send("POST", null, "/api/orders/", order, "X-Cart-Token", added.header("X-Cart-Token"));
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        return placed.text("number");
    }
}
