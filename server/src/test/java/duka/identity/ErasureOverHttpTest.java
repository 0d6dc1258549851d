package duka.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.Verdict;
import duka.payment.api.PaymentId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People who are forgotten: over HTTP, against the whole server, with every table looked through afterwards. */
class ErasureOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PASSWORD = RunningShop.PASSWORD;

    private static Path data;
    private static RunningShop shop;

    private final String admin = shop.admin();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String sku = "GONE-" + mark;

    /** What tells about the person, as it would lie in a table. */
    private final String first = "Zuhura" + mark;

    private final String last = "Achieng" + mark;
    private final String email = "zuhura." + mark + "@example.com";
    private final String digits = "7" + (10_000_000 + Math.floorMod(mark.hashCode(), 90_000_000));
    private final String line = "Plot " + mark + " Kilimani Road";

    @BeforeAll
    static void open() throws IOException {
        data = Files.createTempDirectory("duka-erasure");
        start();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static void start() {
        shop = RunningShop.with(data, "--server.port=0", "--duka.daraja.base-url=http://localhost:1");
    }

    @Test
    void whoever_is_erased_is_in_no_table_and_no_replay_brings_them_back() {
        product();
        String person = registered();
        String id = shop.get(person, "/api/auth/auth/").text("id");
        shop.post(person, "/api/auth/addresses/", address());
        shop.post(person, "/api/payments/payment-methods/", Map.of("type", "mpesa", "phone", "0" + digits));
        Answered review =
                shop.post(person, "/api/reviews/", Map.of("product_id", productId(), "rating", 4, "body", "It holds."));
        assertThat(review.text("author")).isEqualTo(first + " A.");
        shop.post(person, "/api/wishlist/", Map.of("product_id", productId()));
        String order = order(person);
        awaitStatus(order, "awaiting_payment");
        shop.post(person, "/api/payments/mpesa/initiate/", Map.of("order_id", order, "phone_number", "0" + digits));
        String tag = shop.get(admin, "/api/orders/" + order + "/").header("ETag");
        assertThat(tablesWith(email)).contains("identity.account");
        assertThat(count("SELECT count(*) FROM edge.idempotency WHERE answer IS NOT NULL"))
                .isPositive();

        String user = "/api/auth/users/" + id + "/";
        JsonNode export = shop.get(person, user + "export/").json();
        assertThat(export.path("user").path("email").asString()).isEqualTo(email);
        for (String section : List.of("addresses", "orders", "payment_methods", "payments", "reviews", "wishlist")) {
            assertThat(export.path(section).size()).as(section).isEqualTo(1);
        }
        assertThat(export.path("sessions").size()).isEqualTo(1);
        assertThat(export.path("payment_methods").toString()).doesNotContain(digits);

        Answered kept = shop.send("DELETE", person, user, null);
        assertThat(kept.status()).as(kept.response().body()).isEqualTo(409);
        assertThat(kept.text("code")).isEqualTo("open_obligations");
        assertThat(kept.json().path("orders").path(0).asString())
                .isEqualTo(shop.get(admin, "/api/orders/" + order + "/").text("number"));
        assertThat(shop.send("DELETE", person, "/api/orders/" + order + "/", null)
                        .status())
                .isEqualTo(204);
        await().atMost(PATIENCE)
                .until(() -> shop.send("DELETE", person, user, null).status() == 204);

        assertThat(shop.get(person, "/api/auth/auth/").status()).isEqualTo(401);
        assertThat(shop.get(admin, user).status()).isEqualTo(404);
        assertForgotten(order, id, tag);
        assertThat(shop.get(null, "/api/reviews/" + review.text("id") + "/")
                        .json()
                        .path("author")
                        .isNull())
                .isTrue();

        replay();
        assertForgotten(order, id, tag);
        lateMoney(order, id);
        assertThat(count("SELECT count(*) FROM process.dead_letter_entry")).isZero();
        assertThat(count("SELECT count(*) FROM events.domain_event WHERE payload_type = 'identity.PersonErased'"
                        + " AND convert_from(payload, 'UTF8') LIKE '%" + id + "%'"))
                .isEqualTo(1);
        registered();
    }

    @Test
    void whoever_waits_is_erased_when_all_has_ended_though_the_shop_was_restarted() {
        product();
        String person = registered();
        String user = "/api/auth/users/" + shop.get(person, "/api/auth/auth/").text("id") + "/";
        String order = order(person);
        Answered waits = shop.send("DELETE", person, user + "?when_done=true", null);
        assertThat(waits.status()).as(waits.response().body()).isEqualTo(202);
        assertThat(waits.json().path("orders").size()).isEqualTo(1);
        assertThat(shop.get(person, user).status()).isEqualTo(200);
        shop.close();
        start();
        String boss = shop.admin();
        assertThat(shop.get(boss, user).status()).isEqualTo(200);
        assertThat(shop.send("DELETE", boss, "/api/orders/" + order + "/", null).status())
                .isEqualTo(204);
        await().atMost(PATIENCE).until(() -> shop.get(boss, user).status() == 404);
        assertThat(tablesWith(email)).isEmpty();
        assertThat(shop.get(boss, "/api/orders/" + order + "/")
                        .json()
                        .path("shipping_address")
                        .path("full_name")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_guest_is_erased_by_the_token_of_their_order() {
        product();
        Answered added = shop.post(null, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
        Map<String, Object> body = new HashMap<>(orderBody());
        body.put("email", email);
        Answered placed = shop.send(
                "POST",
                null,
                "/api/orders/",
                body,
                "X-Cart-Token",
                added.header("X-Cart-Token"),
                "Idempotency-Key",
                "guest-" + mark);
        String order = placed.text("id");
        String token = placed.text("access_token");
        int answers = count("SELECT count(*) FROM edge.idempotency");
        Map<String, String> request = Map.of("order_id", order, "token", token);
        assertThat(shop.post(null, "/api/auth/erasures/", Map.of("order_id", order, "token", "t"))
                        .status())
                .isEqualTo(404);
        assertThat(shop.post(null, "/api/auth/erasures/", request).text("code")).isEqualTo("open_obligations");
        assertThat(shop.get(null, "/api/orders/" + order + "/?token=" + token)
                        .json()
                        .path("shipping_address")
                        .path("full_name")
                        .asString())
                .isEqualTo(first + " " + last);
        shop.send("DELETE", admin, "/api/orders/" + order + "/", null);
        await().atMost(PATIENCE)
                .until(() -> shop.post(null, "/api/auth/erasures/", request).status() == 204);
        assertThat(shop.post(null, "/api/auth/erasures/", request).status()).isEqualTo(204);
        assertThat(count("SELECT count(*) FROM edge.idempotency")).isEqualTo(answers - 1);
        JsonNode shown =
                shop.get(null, "/api/orders/" + order + "/?token=" + token).json();
        assertThat(shown.path("number").asString()).isEqualTo(placed.text("number"));
        for (String field : List.of("full_name", "phone", "phone_masked", "line1", "city")) {
            assertThat(shown.path("shipping_address").path(field).isNull())
                    .as(field)
                    .isTrue();
        }
        for (String told : List.of(email, digits, first, last, line)) {
            assertThat(tablesWith(told)).as(told).isEmpty();
        }
    }

    /** Whoever pays after all is not known any more, and the money is recorded all the same. */
    private void lateMoney(String order, String id) {
        PersonId person = new PersonId(UUID.fromString(id));
        PaymentId payment = PaymentId.of(new OrderId(UUID.fromString(order)));
        shop.part(CommandGateway.class)
                .sendAndWait(new RecordCallback(
                        payment,
                        AttemptId.of(payment, 1),
                        Verdict.PAID,
                        "0",
                        "Processed",
                        null,
                        Personal.of(person, "ws_CO_" + digits),
                        Money.ofMajor(700, CurrencyCode.KES),
                        "SGR7" + mark.toUpperCase(Locale.ROOT),
                        Personal.of(person, "+254" + digits),
                        Instant.now()));
        assertThat(count("SELECT count(*) FROM events.domain_event WHERE aggregate_identifier = '" + payment
                        + "' AND payload_type = 'payment.MoneyReported'"))
                .isEqualTo(1);
        assertThat(tablesWith(digits)).isEmpty();
    }

    private void assertForgotten(String order, String id, String tag) {
        for (String told : List.of(email, digits, first, last, line)) {
            assertThat(tablesWith(told)).as(told).isEmpty();
        }
        for (String about : List.of(
                "read.wish WHERE customer_id",
                "read.notification WHERE account_id",
                "read.cart WHERE customer_id",
                "edge.saved_address WHERE account_id",
                "edge.payment_method WHERE account_id",
                "identity.session WHERE account_id")) {
            await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM " + about + " = '" + id + "'") == 0);
        }
        assertThat(shop.part(Cache.class).<String, Object>get(order)).isNull();
        await().atMost(PATIENCE)
                .until(() -> !shop.get(admin, "/api/orders/" + order + "/")
                        .header("ETag")
                        .equals(tag));
        Answered shown = shop.get(admin, "/api/orders/" + order + "/");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.response().body()).doesNotContain(email, digits, first, last, line);
        assertThat(shown.json().path("customer").path("email").isNull()).isTrue();
        assertThat(shown.json().path("items").size()).isEqualTo(1);
        assertThat(shop.part(EventStore.class)
                        .readEvents(order)
                        .asStream()
                        .filter(event -> event.getPayload() instanceof OrderPlaced)
                        .map(event -> ((OrderPlaced) event.getPayload()).content())
                        .allMatch(content ->
                                content.shippingAddress().fullName().reveal().isEmpty()))
                .isTrue();
    }

    /** Empties what the readers filled and has them read all of history again. */
    private void replay() {
        var readers = List.of("read.sale", "read.customer", "read.catalogue").stream()
                .map(name -> shop.part(EventProcessingConfiguration.class)
                        .eventProcessor(name, StreamingEventProcessor.class)
                        .orElseThrow())
                .toList();
        int sales = count("SELECT count(*) FROM read.sale");
        int reviews = count("SELECT count(*) FROM read.review");
        readers.forEach(StreamingEventProcessor::shutDown);
        database().sql("""
                        TRUNCATE read.sale, read.payment_attempt, read.refund, read.shipment, read.cart, read.wish,
                            read.notification, read.notified_order, read.review, read.product, read.product_sku,
                            read.category, read.stock_item, read.stock_adjustment""").update();
        readers.forEach(StreamingEventProcessor::resetTokens);
        readers.forEach(StreamingEventProcessor::start);
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM read.sale") == sales
                        && count("SELECT count(*) FROM read.review") == reviews);
    }

    /** All tables of the shop that hold the text anywhere, as text or as bytes. */
    private TreeSet<String> tablesWith(String told) {
        String plain = told.toLowerCase(Locale.ROOT);
        String hex = HexFormat.of().formatHex(told.getBytes(StandardCharsets.UTF_8));
        TreeSet<String> found = new TreeSet<>();
        for (String table : database().sql("""
                        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""").query(String.class).list()) {
            int rows = database()
                    .sql("SELECT count(*) FROM " + table
                            + " t WHERE strpos(lower(t::text), ?) > 0 OR strpos(t::text, ?) > 0")
                    .params(plain, hex)
                    .query(Integer.class)
                    .single();
            if (rows > 0) {
                found.add(table);
            }
        }
        return found;
    }

    private static int count(String query) {
        return database().sql(query).query(Integer.class).single();
    }

    private static JdbcClient database() {
        return shop.part(JdbcClient.class);
    }

    private String registered() {
        Answered made = shop.post(
                null,
                "/api/auth/users/",
                Map.of(
                        "email",
                        email,
                        "password",
                        PASSWORD,
                        "first_name",
                        first,
                        "last_name",
                        last,
                        "phone",
                        "0" + digits));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return shop.post(null, "/api/auth/auth/", Map.of("email", email, "password", PASSWORD))
                .text("access");
    }

    private void product() {
        Answered made = shop.post(
                admin,
                "/api/products/",
                Map.of(
                        "name",
                        "Chungu " + mark,
                        "price",
                        Map.of("amount", "700.00", "currency", "KES"),
                        "sku",
                        sku,
                        "stock",
                        9));
        assertThat(made.status()).as(made.response().body()).isIn(201, 202);
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/inventory/" + sku + "/").status() == 200);
    }

    private String productId() {
        return shop.get(null, "/api/products/chungu-" + mark + "/").text("id");
    }

    private String order(String person) {
        shop.post(person, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
        Answered placed = shop.send("POST", person, "/api/orders/", orderBody(), "Idempotency-Key", "order-" + mark);
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        return placed.text("id");
    }

    private Map<String, Object> orderBody() {
        return Map.of(
                "shipping_address",
                address(),
                "shipping_method",
                "pickup",
                "payment_method",
                "mpesa",
                "notes",
                "Ask for " + first);
    }

    private Map<String, Object> address() {
        return Map.of(
                "full_name",
                first + " " + last,
                "phone",
                "0" + digits,
                "line1",
                line,
                "city",
                "Nairobi",
                "country",
                "KE");
    }

    private void awaitStatus(String order, String status) {
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/orders/" + order + "/")
                        .text("status")
                        .equals(status));
    }
}
