package duka.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daraja.simulator.Settings;
import daraja.simulator.Simulator;
import duka.checkout.RunningShop.Answered;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Money that goes back, and money that comes otherwise than by M-Pesa, over HTTP against the whole server. */
class RefundsOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String SECRET = "another provider's secret";
    private static final String REFUNDS = "/api/payments/refunds/";

    private static Simulator safaricom;
    private static RunningShop shop;
    private static String admin;

    private final int n = COUNTER.incrementAndGet();
    private final String customer = shop.customer("nyambura" + n + "@example.com");

    @BeforeAll
    static void open() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "refunds").toAbsolutePath();
        safaricom = Simulator.start(Settings.inProcess(data));
        int port = freePort();
        shop = RunningShop.with(
                data,
                "--server.port=" + port,
                "--duka.webhook-secret=" + SECRET,
                "--duka.daraja.base-url=" + safaricom.url(),
                "--duka.daraja.callback-base=http://localhost:" + port,
                "--duka.daraja.certificate=" + safaricom.certificate());
        admin = shop.admin();
        shop.post(
                admin,
                "/api/products/",
                Map.of("name", "Sufuria", "price", kes(1_000), "sku", "SUFURIA", "stock", 100));
    }

    @AfterAll
    static void close() {
        shop.close();
        safaricom.close();
    }

    @BeforeEach
    void stepUp() {
        shop.stepUp(admin);
    }

    @Test
    void a_part_is_paid_out_and_the_rest_and_nothing_more() {
        String order = paidByPhone(2);
        String payment = payment(order).path("id").asString();
        assertThat(refund(payment, kes(5)).text("code")).isEqualTo("refund_below_minimum");
        assertThat(refund(payment, kes(2_001)).text("code")).isEqualTo("refund_exceeds_payment");
        assertThat(refund(payment, kes(0)).status()).isEqualTo(400);
        assertThat(refund(payment, Map.of("amount", "10", "currency", "USD")).text("code"))
                .isEqualTo("currency_not_supported");
        Answered part = refund(payment, kes(500));
        assertThat(part.status()).as(part.response().body()).isEqualTo(201);
        assertThat(part.text("via")).isEqualTo("b2c");
        assertThat(part.header("Location")).isEqualTo(REFUNDS + part.text("id") + "/");
        JsonNode done = awaitRefund(part.text("id"), "succeeded");
        assertThat(done.path("receipt_number").asString()).isNotEmpty();
        assertThat(done.path("order_id").asString()).isEqualTo(order);
        JsonNode shown = awaitOrder(order, "payment_status", "partially_refunded");
        assertThat(shown.path("refunded_total").path("amount").asString()).isEqualTo("500.00");
        assertThat(shop.send("DELETE", admin, REFUNDS + part.text("id") + "/", null)
                        .text("code"))
                .isEqualTo("refund_in_progress");
        assertThat(shop.send("PATCH", admin, REFUNDS + part.text("id") + "/", Map.of("reason", "x"))
                        .text("code"))
                .isEqualTo("refund_in_progress");
        Answered rest = refund(payment, null);
        assertThat(rest.json().path("amount").path("amount").asString()).isEqualTo("1500.00");
        awaitRefund(rest.text("id"), "succeeded");
        awaitOrder(order, "payment_status", "refunded");
        assertThat(refund(payment, null).text("code")).isEqualTo("refund_exceeds_payment");
        assertThat(shop.get(customer, REFUNDS).json().path("count").asInt()).isEqualTo(2);
        assertThat(shop.get(customer, REFUNDS + "?status=processing")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(shop.get(admin, REFUNDS + "?payment_id=" + payment)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
        String other = shop.customer("otieno-r" + n + "@example.com");
        assertThat(shop.get(other, REFUNDS + rest.text("id") + "/").status()).isEqualTo(404);
        assertThat(shop.get(other, REFUNDS).json().path("count").asInt()).isZero();
        assertThat(shop.post(customer, REFUNDS, Map.of("payment_id", payment, "reason", "mine"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_whole_payment_is_reversed() {
        String order = paidByPhone(1);
        Answered whole = refund(payment(order).path("id").asString(), null);
        assertThat(whole.status()).as(whole.response().body()).isEqualTo(201);
        assertThat(whole.text("via")).isEqualTo("reversal");
        awaitRefund(whole.text("id"), "succeeded");
        awaitOrder(order, "payment_status", "refunded");
    }

    @Test
    void of_two_refunds_that_race_for_the_same_money_one_is_refused() {
        String payment = payment(paidByPhone(2)).path("id").asString();
        List<CompletableFuture<Answered>> racing = Stream.of(1_200, 1_300)
                .map(amount -> CompletableFuture.supplyAsync(() -> refund(payment, kes(amount))))
                .toList();
        List<Answered> answers = racing.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Answered::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(answer -> answer.text("code"))
                .containsExactly("refund_exceeds_payment");
    }

    @Test
    void cash_is_confirmed_unpaid_settled_at_the_door_and_goes_back_by_hand() {
        String order = order(1, "cash_on_delivery");
        JsonNode confirmed = awaitOrder(order, "status", "confirmed");
        assertThat(confirmed.path("payment_status").asString()).isEqualTo("unpaid");
        String payment = awaitOrderPayment(order);
        String path = "/api/payments/payments/" + payment + "/";
        assertThat(refund(payment, null).text("code")).isEqualTo("refund_exceeds_payment");
        assertThat(shop.post(admin, path + "resolve/", Map.of("decision", "accept", "note", ""))
                        .text("code"))
                .isEqualTo("not_disputed");
        assertThat(shop.post(admin, path + "settle/", Map.of("amount", kes(400)))
                        .text("code"))
                .isEqualTo("amount_differs");
        assertThat(shop.post(customer, path + "settle/", Map.of("amount", kes(1_000)))
                        .status())
                .isEqualTo(403);
        Answered settled = shop.post(
                admin, path + "settle/", Map.of("amount", kes(1_000), "receipt", "R-1", "note", "paid to the driver"));
        assertThat(settled.status()).as(settled.response().body()).isEqualTo(200);
        assertThat(settled.text("status")).isEqualTo("succeeded");
        assertThat(settled.text("receipt_number")).isEqualTo("R-1");
        assertThat(settled.text("note")).isEqualTo("paid to the driver");
        awaitOrder(order, "payment_status", "paid");
        deliver(order);
        awaitOrder(order, "status", "completed");
        Answered back = refund(payment, kes(300));
        assertThat(back.text("via")).isEqualTo("manual");
        assertThat(back.text("status")).isEqualTo("requested");
        String refund = REFUNDS + back.text("id") + "/";
        Answered revised = shop.send("PATCH", admin, refund, Map.of("reason", "dented"));
        assertThat(revised.text("reason")).isEqualTo("dented");
        assertThat(revised.json().path("version").asInt()).isEqualTo(2);
        Answered again = refund(payment, kes(200));
        assertThat(shop.send("DELETE", admin, REFUNDS + again.text("id") + "/", null)
                        .status())
                .isEqualTo(204);
        assertThat(shop.get(admin, REFUNDS + again.text("id") + "/").status()).isEqualTo(404);
        Answered handed = shop.post(admin, refund + "settle/", Map.of());
        assertThat(handed.status()).as(handed.response().body()).isEqualTo(200);
        assertThat(handed.text("status")).isEqualTo("succeeded");
        awaitOrder(order, "payment_status", "partially_refunded");
    }

    @Test
    void another_provider_pays_refunds_and_is_doubted_when_its_amount_differs() {
        String order = order(1, "external");
        awaitOrder(order, "status", "awaiting_payment");
        String payment = awaitOrderPayment(order);
        assertThat(tell("evt_f" + n, "payment.failed", order, 1_000).status()).isEqualTo(200);
        awaitOrder(order, "payment_status", "failed");
        assertThat(tell("evt_w" + n, "payment.succeeded", order, 1).status()).isEqualTo(200);
        awaitOrder(order, "payment_status", "pending");
        String path = "/api/payments/payments/" + payment + "/";
        assertThat(shop.get(customer, path).text("status")).isEqualTo("disputed");
        Answered rejected =
                shop.post(admin, path + "resolve/", Map.of("decision", "reject", "note", "A test of theirs"));
        assertThat(rejected.text("status")).isEqualTo("failed");
        assertThat(rejected.text("note")).isEqualTo("A test of theirs");
        assertThat(tell("evt_s" + n, "payment.succeeded", order, 1_000).status())
                .isEqualTo(200);
        assertThat(tell("evt_s" + n, "payment.succeeded", order, 1_000).status())
                .isEqualTo(200);
        JsonNode paid = awaitOrder(order, "payment_status", "paid");
        assertThat(paid.path("payment").path("receipt_number").asString()).isEqualTo("evt_s" + n);
        awaitOrder(order, "status", "confirmed");
        assertThat(tell("evt_r" + n, "refund.succeeded", order, 400).status()).isEqualTo(200);
        JsonNode refunded = awaitOrder(order, "payment_status", "partially_refunded");
        assertThat(refunded.path("refunded_total").path("amount").asString()).isEqualTo("400.00");
        assertThat(tell("evt_x" + n, "refund.succeeded", order, 700).text("code"))
                .isEqualTo("refund_exceeds_payment");
    }

    @Test
    void staff_accept_money_of_another_amount() {
        String order = order(1, "mpesa", "005");
        awaitOrderPayment(order);
        await().atMost(PATIENCE)
                .until(() -> payment(order).path("status").asString().equals("disputed"));
        String path = "/api/payments/payments/" + payment(order).path("id").asString() + "/";
        assertThat(shop.post(admin, path + "resolve/", Map.of("decision", "burn"))
                        .status())
                .isEqualTo(400);
        assertThat(shop.post(customer, path + "resolve/", Map.of("decision", "accept"))
                        .status())
                .isEqualTo(403);
        assertThat(shop.post(admin, path + "settle/", Map.of("amount", kes(1_000)))
                        .text("code"))
                .isEqualTo("settle_not_allowed");
        Answered accepted =
                shop.post(admin, path + "resolve/", Map.of("decision", "accept", "note", "The rest was cash"));
        assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(200);
        assertThat(accepted.text("status")).isEqualTo("succeeded");
        assertThat(accepted.text("note")).isEqualTo("The rest was cash");
        awaitOrder(order, "status", "confirmed");
    }

    @Test
    void staff_see_callbacks_that_belong_to_nothing_and_match_one() {
        String order = paidByPhone(1);
        Map<String, Object> stranger = Map.of(
                "Body",
                Map.of(
                        "stkCallback",
                        Map.of(
                                "MerchantRequestID",
                                "29115-" + n,
                                "CheckoutRequestID",
                                "ws_CO_stranger_" + n,
                                "ResultCode",
                                1032,
                                "ResultDesc",
                                "Request cancelled by user")));
        assertThat(shop.post(null, "/api/payments/mpesa/callback/", stranger).status())
                .isEqualTo(200);
        JsonNode kept = await().atMost(PATIENCE)
                .until(
                        () -> shop.get(admin, "/api/payments/callbacks/?matched=false")
                                .json(),
                        page -> page.path("count").asInt() > 0);
        String id = kept.path("results").get(0).path("id").asString();
        assertThat(shop.get(admin, "/api/payments/callbacks/?matched=perhaps").status())
                .isEqualTo(400);
        assertThat(shop.get(customer, "/api/payments/callbacks/").status()).isEqualTo(403);
        String match = "/api/payments/callbacks/" + id + "/match/";
        assertThat(shop.post(admin, match, Map.of("payment_id", "nonsense")).status())
                .isEqualTo(404);
        Answered matched = shop.post(
                admin, match, Map.of("payment_id", payment(order).path("id").asString()));
        assertThat(matched.status()).as(matched.response().body()).isEqualTo(200);
        assertThat(matched.json().path("matched").asBoolean()).isTrue();
        assertThat(payment(order).path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void a_saved_phone_is_sealed_where_it_is_stored() {
        Answered saved =
                shop.post(customer, "/api/payments/payment-methods/", Map.of("type", "mpesa", "phone", "0712 999 123"));
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(201);
        assertThat(saved.text("phone_masked")).isEqualTo("+2547*****123");
        assertThat(shop.part(JdbcClient.class)
                        .sql("SELECT phone::text FROM edge.payment_method")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(stored -> stored.contains("999123"));
    }

    private static Map<String, String> kes(int amount) {
        return Map.of("amount", amount + ".00", "currency", "KES");
    }

    private Answered refund(String payment, Map<String, String> amount) {
        Map<String, Object> body = new HashMap<>(Map.of("payment_id", payment, "reason", "broken"));
        if (amount != null) {
            body.put("amount", amount);
        }
        return shop.post(admin, REFUNDS, body);
    }

    private String paidByPhone(int quantity) {
        String order = order(quantity, "mpesa");
        awaitOrder(order, "payment_status", "paid");
        awaitOrder(order, "status", "confirmed");
        await().atMost(PATIENCE)
                .until(() -> !payment(order).path("receipt_number").isNull());
        return order;
    }

    private String order(int quantity, String method) {
        return order(quantity, method, "000");
    }

    private String order(int quantity, String method, String behaviour) {
        shop.post(customer, "/api/cart/items/", Map.of("sku", "SUFURIA", "quantity", quantity));
        String phone = "07" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + behaviour;
        Answered placed = shop.post(
                customer,
                "/api/orders/",
                Map.of(
                        "shipping_address",
                        Map.of(
                                "full_name", "Nyambura Njeri",
                                "phone", phone,
                                "line1", "Moi Avenue 14",
                                "city", "Nairobi",
                                "country", "KE"),
                        "shipping_method",
                        "pickup",
                        "payment_method",
                        method,
                        "phone",
                        phone));
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        return placed.text("id");
    }

    private void deliver(String order) {
        String parcel = await().atMost(PATIENCE)
                .until(
                        () -> shop.get(customer, "/api/orders/" + order + "/")
                                .json()
                                .path("shipment")
                                .path("id")
                                .asString(""),
                        id -> !id.isEmpty());
        for (String status : List.of("shipped", "delivered")) {
            shop.post(admin, "/api/shipments/" + parcel + "/events/", Map.of("status", status));
        }
    }

    private JsonNode payment(String order) {
        return shop.get(customer, "/api/orders/" + order + "/").json().path("payment");
    }

    private String awaitOrderPayment(String order) {
        return await().atMost(PATIENCE).until(() -> payment(order).path("id").asString(""), id -> !id.isEmpty());
    }

    private JsonNode awaitOrder(String order, String field, String value) {
        return await().atMost(PATIENCE)
                .until(
                        () -> shop.get(customer, "/api/orders/" + order + "/").json(),
                        now -> value.equals(now.path(field).asString()));
    }

    private JsonNode awaitRefund(String refund, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> shop.get(customer, REFUNDS + refund + "/").json(),
                        now -> status.equals(now.path("status").asString()));
    }

    private Answered tell(String id, String type, String order, int amount) {
        Map<String, Object> event =
                Map.of("id", id, "type", type, "data", Map.of("order_id", order, "amount", kes(amount), "receipt", id));
        long now = Instant.now().getEpochSecond();
        String body = new JsonMapper().writeValueAsString(event);
        return shop.send(
                "POST",
                null,
                "/api/payments/webhook/",
                event,
                "X-Signature",
                "t=" + now + ",v1=" + hmac(now + "." + body));
    }

    private static String hmac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
