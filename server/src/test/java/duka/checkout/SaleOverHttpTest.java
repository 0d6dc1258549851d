package duka.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop.Answered;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.Verdict;
import duka.payment.api.PaymentId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sales as customers and staff make them: over HTTP, against the whole server. */
class SaleOverHttpTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final int n = COUNTER.incrementAndGet();
    private final String customer = shop.customer("wanjiku" + n + "@example.com");
    private final String sku = "KANGA-" + n;

    @Test
    void what_is_put_into_the_catalogue_can_be_found_and_bought_at_once() {
        product(5);
        assertThat(shop.get(null, "/api/products/?search=kanga")
                        .json()
                        .path("count")
                        .asInt())
                .isPositive();
        Answered cart = shop.post(customer, "/api/cart/items/", Map.of("sku", sku, "quantity", 2));
        assertThat(cart.status()).isEqualTo(201);
        assertThat(cart.json().path("subtotal").path("amount").asString()).isEqualTo("3000.00");
        assertThat(cart.json().path("items").get(0).path("available").asInt()).isEqualTo(5);
        Answered tooMany = shop.post(customer, "/api/cart/items/", Map.of("sku", sku, "quantity", 4));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.text("code")).isEqualTo("insufficient_stock");
        assertThat(tooMany.json().path("available").asInt()).isEqualTo(5);
    }

    @Test
    void an_order_reserves_its_stock_and_a_cancellation_frees_it() {
        product(5);
        String order = order(2).text("id");
        awaitStatus(order, "awaiting_payment");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stock().path("reserved").asInt()).isEqualTo(2));
        assertThat(shop.get(customer, "/api/cart/").json().path("items").isEmpty())
                .isTrue();
        Answered cancelled = shop.send("DELETE", customer, "/api/orders/" + order + "/", null);
        assertThat(cancelled.status()).isEqualTo(204);
        assertThat(shop.get(customer, "/api/orders/" + order + "/").text("status"))
                .isEqualTo("cancelled");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(stock().path("reserved").asInt()).isZero());
        assertThat(shop.send("DELETE", customer, "/api/orders/" + order + "/", null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void what_cannot_be_reserved_is_rejected_and_says_which() {
        product(2);
        shop.post(customer, "/api/cart/items/", Map.of("sku", sku, "quantity", 2));
        String other = shop.customer("otieno" + n + "@example.com");
        shop.post(other, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
        String first = shop.post(other, "/api/orders/", orderBody()).text("id");
        await().atMost(PATIENCE)
                .until(() -> shop.get(other, "/api/orders/" + first + "/")
                        .text("status")
                        .equals("awaiting_payment"));
        String second = shop.post(customer, "/api/orders/", orderBody()).text("id");
        JsonNode rejected = awaitStatus(second, "rejected");
        assertThat(rejected.path("rejection").path("code").asString()).isEqualTo("insufficient_stock");
        assertThat(rejected.path("rejection").path("skus").get(0).asString()).isEqualTo(sku);
    }

    @Test
    void an_order_stays_its_owners() {
        product(5);
        Answered placed = order(1);
        String other = shop.customer("otieno" + n + "@example.com");
        assertThat(shop.get(other, "/api/orders/" + placed.text("id") + "/").status())
                .isEqualTo(404);
        assertThat(shop.get(admin, "/api/orders/" + placed.text("number") + "/").status())
                .isEqualTo(200);
        assertThat(shop.get(customer, "/api/orders/").json().path("count").asInt())
                .isEqualTo(1);
        assertThat(shop.get(customer, "/api/orders/?status=rejected")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        Answered amended =
                shop.send("PATCH", customer, "/api/orders/" + placed.text("id") + "/", Map.of("notes", "Ring twice"));
        assertThat(amended.text("notes")).isEqualTo("Ring twice");
        assertThat(amended.json().path("version").asInt()).isEqualTo(2);
        assertThat(placed.json().path("customer").path("email").asString()).isEqualTo("wanjiku" + n + "@example.com");
    }

    @Test
    void a_paid_order_is_shipped_delivered_and_completed() throws Exception {
        product(5);
        String order = order(2).text("id");
        awaitStatus(order, "awaiting_payment");
        Answered refused = shop.post(
                customer, "/api/payments/mpesa/initiate/", Map.of("order_id", order, "phone_number", "0712 345 000"));
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(201);
        JsonNode payment = shop.get(customer, "/api/payments/payments/")
                .json()
                .path("results")
                .get(0);
        assertThat(payment.path("order_id").asString()).isEqualTo(order);
        assertThat(payment.path("attempts").size()).isEqualTo(1);
        try (BufferedReader live = follow(order)) {
            money(order);
            assertThat(live.lines().anyMatch(line -> line.contains("\"status\":\"confirmed\"")))
                    .isTrue();
        }
        JsonNode paid = awaitStatus(order, "confirmed");
        assertThat(paid.path("payment_status").asString()).isEqualTo("paid");
        String parcel = await().atMost(PATIENCE)
                .until(
                        () -> shop.get(customer, "/api/orders/" + order + "/")
                                .json()
                                .path("shipment")
                                .path("id")
                                .asString(""),
                        id -> !id.isEmpty());
        String path = "/api/shipments/" + parcel + "/";
        Answered shipped = shop.send(
                "PATCH", admin, path, Map.of("status", "shipped", "carrier", "G4S", "tracking_number", "T-" + n));
        assertThat(shipped.status()).as(shipped.response().body()).isEqualTo(200);
        assertThat(shop.get(null, "/api/shipments/track/T-" + n + "/").text("status"))
                .isEqualTo("shipped");
        assertThat(shop.send("DELETE", customer, "/api/orders/" + order + "/", null)
                        .text("code"))
                .isEqualTo("order_already_shipped");
        assertThat(shop.send("PATCH", admin, path, Map.of("status", "preparing"))
                        .text("code"))
                .isEqualTo("illegal_transition");
        assertThat(shop.post(admin, path + "events/", Map.of("status", "delivered", "location", "Nakuru"))
                        .status())
                .isEqualTo(201);
        JsonNode completed = awaitStatus(order, "completed");
        assertThat(completed.path("shipment_status").asString()).isEqualTo("delivered");
        assertThat(completed.path("history").size()).isGreaterThanOrEqualTo(4);
        assertThat(shop.send("DELETE", customer, "/api/orders/" + order + "/", null)
                        .status())
                .isEqualTo(204);
    }

    /** The money arrives after all: as a callback, and confirmed by a query. */
    private void money(String orderId) {
        OrderId order = new OrderId(UUID.fromString(orderId));
        PaymentId payment = PaymentId.of(order);
        AttemptId attempt = AttemptId.of(payment, 1);
        Instant now = Instant.now();
        PersonId person = new PersonId(UUID.fromString(shop.get(customer, "/api/orders/" + orderId + "/")
                .json()
                .path("customer")
                .path("id")
                .asString()));
        CommandGateway commands = shop.part(CommandGateway.class);
        commands.sendAndWait(new RecordCallback(
                payment,
                attempt,
                Verdict.PAID,
                "0",
                "Processed",
                null,
                Personal.of(person, "ws_CO_" + n),
                Money.ofMajor(3_000, CurrencyCode.KES),
                "SGR7ABCD" + n,
                Personal.of(person, "+254712345000"),
                now));
        commands.sendAndWait(new RecordQueryAnswer(payment, attempt, Verdict.PAID, "0", "Processed", now));
    }

    private BufferedReader follow(String order) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        shop.request(customer, "/api/orders/" + order + "/stream/")
                                .GET()
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private void product(int pieces) {
        Answered made = shop.post(
                admin,
                "/api/products/",
                Map.of(
                        "name",
                        "Kanga " + n,
                        "price",
                        Map.of("amount", "1500.00", "currency", "KES"),
                        "sku",
                        sku,
                        "stock",
                        pieces));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(made.json().path("stock").path("available").asInt()).isEqualTo(pieces);
    }

    private Answered order(int quantity) {
        shop.post(customer, "/api/cart/items/", Map.of("sku", sku, "quantity", quantity));
        Answered placed = shop.post(customer, "/api/orders/", orderBody());
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        return placed;
    }

    private static Map<String, Object> orderBody() {
        return Map.of(
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
                "mpesa");
    }

    private JsonNode stock() {
        return shop.get(admin, "/api/inventory/" + sku + "/").json();
    }

    private JsonNode awaitStatus(String order, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> shop.get(customer, "/api/orders/" + order + "/").json(),
                        now -> List.of(status).contains(now.path("status").asString()));
    }
}
