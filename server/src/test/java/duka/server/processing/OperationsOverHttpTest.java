package duka.server.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import duka.server.testing.StubbornReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What staff see of events that somebody could not handle, and what they do about them. */
class OperationsOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LETTERS = "/api/ops/dead-letters/";

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final String name = StubbornReader.POISON + " " + UUID.randomUUID();
    private final StubbornReader reader = shop.part(StubbornReader.class);
    private final JdbcClient database = shop.part(JdbcClient.class);

    @Test
    void an_event_that_was_set_aside_is_seen_and_retried_in_order_with_what_followed_it() {
        String category = poisonousCategory();
        revise(category, "Harmless " + name);
        List<JsonNode> letters = awaitLetters(category, 2);
        JsonNode first = letters.get(1);
        JsonNode follower = letters.get(0);
        assertThat(first.path("group").asString()).isEqualTo("read.stubborn");
        assertThat(first.path("event_type").asString()).isEqualTo("catalog.CategoryCreated");
        assertThat(first.path("aggregate_id").asString()).isEqualTo(category);
        assertThat(first.path("attempts").asInt()).isEqualTo(1);
        assertThat(first.path("last_cause").asString()).isEqualTo("Its handler failed");
        assertThat(first.path("position").asLong())
                .isPositive()
                .isLessThan(follower.path("position").asLong());
        assertThat(follower.path("attempts").asInt()).isZero();

        Answered again = retry(follower);
        assertThat(again.status()).as(again.response().body()).isEqualTo(200);
        assertThat(again.text("outcome")).isEqualTo("failed");
        assertThat(again.text("last_cause")).isEqualTo("Its handler failed");
        assertThat(again.json().path("remaining").asInt()).isEqualTo(2);
        assertThat(letters(category).get(1).path("attempts").asInt()).isEqualTo(2);
        assertThat(reader.names()).doesNotContain("Harmless " + name);

        reader.tolerate(name);
        Answered handled = retry(follower);
        assertThat(handled.text("outcome")).isEqualTo("handled");
        assertThat(handled.json().path("handled").asInt()).isEqualTo(2);
        assertThat(handled.json().path("remaining").asInt()).isZero();
        assertThat(reader.names()).containsSubsequence(name, "Harmless " + name);
        assertThat(retry(follower).status()).isEqualTo(404);
        revise(category, "Live again " + name);
        await().atMost(PATIENCE).until(() -> reader.names().contains("Live again " + name));
        assertThat(letters(category)).isEmpty();
        assertTheBooksAgree();
    }

    @Test
    void a_discarded_event_is_gone_for_its_group_alone() {
        String category = poisonousCategory();
        JsonNode letter = awaitLetters(category, 1).getFirst();
        assertThat(discard(letter).status()).isEqualTo(204);
        assertThat(discard(letter).status()).isEqualTo(404);
        assertThat(letters(category)).isEmpty();
        assertThat(reader.names()).doesNotContain(name);
        assertThat(shop.get(null, "/api/products/categories/" + category + "/").text("name"))
                .isEqualTo(name);
        assertTheBooksAgree();
    }

    @Test
    void a_checkout_that_was_parked_stands_still_until_it_is_retried() {
        String customer = shop.customer(UUID.randomUUID() + "@example.com");
        String sku = "OPS-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(shop.post(admin, "/api/products/", Map.of("name", "Kiondo", "price", kes(), "sku", sku, "stock", 3))
                        .status())
                .isEqualTo(201);
        String order = order(customer, sku);
        await().atMost(PATIENCE).until(() -> reserved(sku) == 1);
        assertThat(process(order).path("step").asString()).isEqualTo("awaiting_payment");
        assertThat(process(order).path("next_action").asString()).isEqualTo("checkout.payment-window");
        assertThat(process(order).path("due_at").asString()).isNotEmpty();

        park(order);
        assertThat(shop.send("DELETE", customer, "/api/orders/" + order + "/", null)
                        .status())
                .isEqualTo(204);
        List<JsonNode> letters = await().atMost(PATIENCE).until(() -> lettersOf(order), found -> found.size() == 2);
        assertThat(process(order).path("parked").asBoolean()).isTrue();
        assertThat(reserved(sku)).isEqualTo(1);

        JsonNode planted = one(letters, "checkout.Planted");
        JsonNode cancelled = one(letters, "ordering.OrderCancelled");
        assertThat(planted.path("group").asString()).isEqualTo("checkout.saga");
        assertThat(retry(planted).status()).isEqualTo(409);
        assertThat(discard(planted).status()).isEqualTo(204);
        assertThat(retry(cancelled).text("outcome")).isEqualTo("handled");
        await().atMost(PATIENCE).until(() -> reserved(sku) == 0);
        assertThat(lettersOf(order)).isEmpty();
        assertThat(process(order).path("parked").asBoolean()).isFalse();
        assertThat(process(order).path("step").asString()).isEqualTo("ended");
    }

    @Test
    void staff_see_how_far_each_reader_is_and_what_is_due() {
        JsonNode readers = results("/api/ops/projections/?page_size=100");
        JsonNode sale = one(readers, "name", "read.sale");
        assertThat(sale.path("version").asInt()).isEqualTo(1);
        assertThat(sale.path("running").asBoolean()).isTrue();
        assertThat(sale.has("position") && sale.has("lag")).isTrue();
        database.sql("INSERT INTO process.deadline (kind, id, due_at) VALUES ('test.far', ?, '1970-01-02')")
                .param(name)
                .update();
        JsonNode work = one(results("/api/ops/due-work/?page_size=100"), "subject_id", name);
        assertThat(work.path("kind").asString()).isEqualTo("test.far");
        assertThat(work.path("state").asString()).isEqualTo("overdue");
        database.sql("DELETE FROM process.deadline WHERE id = ?").param(name).update();
    }

    @Test
    void nobody_but_admins_gets_there() {
        String customer = shop.customer(UUID.randomUUID() + "@example.com");
        for (String path : List.of(LETTERS, "/api/ops/processes/", "/api/ops/due-work/", "/api/ops/projections/")) {
            assertThat(shop.get(null, path).status()).isEqualTo(401);
            assertThat(shop.get(customer, path).status()).isEqualTo(403);
            assertThat(shop.get(admin, path).json().has("results")).isTrue();
        }
        assertThat(shop.send("POST", admin, LETTERS + "no-id/retry/", null).status())
                .isEqualTo(404);
        assertThat(shop.send("DELETE", admin, LETTERS + UUID.randomUUID() + "/", null)
                        .status())
                .isEqualTo(404);
    }

    private String poisonousCategory() {
        Answered made = shop.post(admin, "/api/products/categories/", Map.of("name", name));
        assertThat(made.status()).as(made.response().body()).isEqualTo(202);
        return made.text("id");
    }

    private void revise(String category, String to) {
        Answered revised = shop.send("PATCH", admin, "/api/products/categories/" + category + "/", Map.of("name", to));
        assertThat(revised.status()).as(revised.response().body()).isIn(200, 202);
    }

    private String order(String customer, String sku) {
        shop.post(customer, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
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
                        "mpesa"));
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        return placed.text("id");
    }

    /** As if an event of the order had failed three times. */
    private void park(String order) {
        database.sql("""
                        INSERT INTO process.parked (position, processor, sequenced_by, event_id, event_type, cause, tries)
                        VALUES (-?, 'checkout.saga', ?, ?, 'checkout.Planted', 'Failed 3 times', 3)""")
                .params(System.nanoTime(), order, UUID.randomUUID().toString())
                .update();
        await().atMost(PATIENCE).until(() -> shop.part(Parking.class).isParked("checkout.saga", order));
    }

    private JsonNode process(String order) {
        return one(results("/api/ops/processes/?page_size=100"), "order_id", order);
    }

    private int reserved(String sku) {
        return shop.get(admin, "/api/inventory/" + sku + "/")
                .json()
                .path("reserved")
                .asInt();
    }

    private Answered retry(JsonNode letter) {
        return shop.send("POST", admin, LETTERS + letter.path("id").asString() + "/retry/", null);
    }

    private Answered discard(JsonNode letter) {
        return shop.send("DELETE", admin, LETTERS + letter.path("id").asString() + "/", null);
    }

    private List<JsonNode> awaitLetters(String category, int count) {
        return await().atMost(PATIENCE).until(() -> letters(category), found -> found.size() == count);
    }

    private List<JsonNode> letters(String category) {
        return all(results(LETTERS + "?page_size=100"), "aggregate_id", category);
    }

    private List<JsonNode> lettersOf(String order) {
        return all(results(LETTERS + "?page_size=100"), "sequence", order);
    }

    private JsonNode results(String path) {
        Answered answered = shop.get(admin, path);
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        return answered.json().path("results");
    }

    private void assertTheBooksAgree() {
        Completeness completeness = shop.part(Completeness.class);
        await().atMost(PATIENCE).untilAsserted(() -> {
            completeness.check();
            assertThat(completeness.differences()).containsEntry("read.stubborn", 0L);
        });
    }

    private static JsonNode one(List<JsonNode> letters, String type) {
        return letters.stream()
                .filter(letter -> letter.path("event_type").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode one(JsonNode results, String field, String value) {
        return all(results, field, value).stream().findFirst().orElseThrow();
    }

    private static List<JsonNode> all(JsonNode results, String field, String value) {
        return StreamSupport.stream(results.spliterator(), false)
                .filter(result -> result.path(field).asString("").equals(value))
                .toList();
    }

    private static Map<String, String> kes() {
        return Map.of("amount", "1500.00", "currency", "KES");
    }
}
