package duka.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daraja.simulator.Settings;
import daraja.simulator.Simulator;
import duka.checkout.RunningShop.Answered;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What M-Pesa lists beside what the orders believe, over HTTP against the whole server and the simulator. */
class ReconciliationOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/api/payments/reconciliation/";
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final JsonMapper JSON = new JsonMapper();

    private static Simulator safaricom;
    private static RunningShop shop;
    private static String admin;

    @BeforeAll
    static void open() throws IOException {
        Path data =
                Files.createTempDirectory(Path.of("target"), "reconciliation").toAbsolutePath();
        safaricom = Simulator.start(Settings.inProcess(data));
        int port = freePort();
        shop = RunningShop.with(
                data,
                "--server.port=" + port,
                "--duka.daraja.base-url=" + safaricom.url(),
                "--duka.daraja.callback-base=http://localhost:" + port,
                "--duka.daraja.certificate=" + safaricom.certificate());
        admin = shop.admin();
        shop.post(admin, "/api/products/", Map.of("name", "Jiko", "price", kes("1000.00"), "sku", "JIKO", "stock", 9));
    }

    @AfterAll
    static void close() {
        shop.close();
        safaricom.close();
    }

    @Test
    void each_side_lists_what_only_it_knows() throws Exception {
        String customer = shop.customer("achieng@example.com");
        String lost = paid(customer);
        simulator("/simulator/reset/", "{}");
        String found = paid(customer);
        payByHand("0722000111", 70, "MAJI 12");

        JsonNode today = await().atMost(PATIENCE)
                .until(this::today, result -> result.path("money_without_order").size() == 1);
        assertThat(today.path("date").asString())
                .isEqualTo(LocalDate.now(NAIROBI).toString());
        assertThat(today.path("matched").asInt()).isEqualTo(1);
        assertThat(today.path("closed").asBoolean()).isFalse();
        JsonNode stray = today.path("money_without_order").get(0);
        assertThat(stray.path("amount")).isEqualTo(JSON.valueToTree(kes("70.00")));
        assertThat(stray.path("account_reference").asString()).isEqualTo("MAJI 12");
        assertThat(stray.path("phone_masked").asString()).isEqualTo("+2547*****111");
        assertThat(stray.path("receipt").asString()).isNotEmpty();
        assertThat(stray.path("at").asString()).isNotEmpty();
        assertThat(today.path("order_without_money")).hasSize(1);
        JsonNode unpaid = today.path("order_without_money").get(0);
        JsonNode order = order(customer, lost);
        assertThat(unpaid.path("order_id").asString()).isEqualTo(lost).isNotEqualTo(found);
        assertThat(unpaid.path("number")).isEqualTo(order.path("number"));
        assertThat(unpaid.path("payment_id")).isEqualTo(order.path("payment").path("id"));
        assertThat(unpaid.path("receipt")).isEqualTo(order.path("payment").path("receipt_number"));
        assertThat(unpaid.path("amount")).isEqualTo(JSON.valueToTree(kes("1000.00")));
        assertThat(today.path("provider_total")).isEqualTo(JSON.valueToTree(kes("1070.00")));
        assertThat(today.path("ledger_total")).isEqualTo(JSON.valueToTree(kes("2000.00")));
        shop.part(JdbcClient.class)
                .sql(
                        "INSERT INTO edge.reconciliation (day, made_at, differences, result) VALUES (?, now(), 2, ?::jsonb)")
                .param(LocalDate.parse("2026-01-31"))
                .param("""
                        {"date":"2026-01-31","made_at":"2026-02-01T00:00:00.000Z","closed":true,"matched":5,
                         "money_without_order":[],"order_without_money":[],
                         "provider_total":{"minor_units":500,"currency":"KES"},
                         "ledger_total":{"minor_units":500,"currency":"KES"}}""")
                .update();
        Answered kept = shop.get(admin, PATH + "?date=2026-01-31");
        assertThat(kept.status()).as(kept.response().body()).isEqualTo(200);
        assertThat(kept.json().path("matched").asInt()).isEqualTo(5);
        assertThat(shop.get(customer, PATH).status()).isEqualTo(403);
        assertThat(shop.get(null, PATH).status()).isEqualTo(401);
    }

    @Test
    void a_day_is_a_date_up_to_today_and_yesterday_by_default() {
        Answered yesterday = shop.get(admin, PATH);
        assertThat(yesterday.status()).as(yesterday.response().body()).isEqualTo(200);
        assertThat(yesterday.text("date"))
                .isEqualTo(LocalDate.now(NAIROBI).minusDays(1).toString());
        assertThat(yesterday.json().path("matched").asInt()).isZero();
        assertThat(yesterday.json().path("provider_total")).isEqualTo(JSON.valueToTree(kes("0.00")));
        for (String wrong : new String[] {"22.11.2026", "2026-02-30", "+12345-01-01", "2026-11", "x"}) {
            Answered refused = shop.get(admin, PATH + "?date=" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.text("code")).isEqualTo("date_invalid");
        }
        LocalDate later = LocalDate.now(NAIROBI).plusDays(2);
        assertThat(shop.get(admin, PATH + "?date=" + later).text("code")).isEqualTo("date_in_future");
        Answered tooOld = shop.get(admin, PATH + "?date=2020-01-01");
        assertThat(tooOld.status()).isEqualTo(409);
        assertThat(tooOld.text("code")).isEqualTo("statement_out_of_reach");
    }

    @Test
    void while_mpesa_is_down_staff_are_asked_to_come_back() {
        Answered refused = RunningShop.shared().get(RunningShop.shared().admin(), PATH);
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
    }

    private JsonNode today() {
        Answered answered = shop.get(admin, PATH + "?date=" + LocalDate.now(NAIROBI));
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        return answered.json();
    }

    private static String paid(String customer) {
        shop.post(customer, "/api/cart/items/", Map.of("sku", "JIKO", "quantity", 1));
        Answered placed = shop.post(
                customer,
                "/api/orders/",
                Map.of(
                        "shipping_address",
                        Map.of(
                                "full_name", "Achieng Otieno",
                                "phone", "0712345000",
                                "line1", "Moi Avenue 14",
                                "city", "Nairobi",
                                "country", "KE"),
                        "shipping_method",
                        "pickup",
                        "payment_method",
                        "mpesa",
                        "phone",
                        "0712345000"));
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        String order = placed.text("id");
        await().atMost(PATIENCE)
                .until(() -> "paid"
                                .equals(order(customer, order)
                                        .path("payment_status")
                                        .asString())
                        && !order(customer, order)
                                .path("payment")
                                .path("receipt_number")
                                .isNull());
        return order;
    }

    private static JsonNode order(String customer, String id) {
        return shop.get(customer, "/api/orders/" + id + "/").json();
    }

    /** Somebody sends money without being prompted. */
    private static void payByHand(String phone, int amount, String reference) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString("duka-development-key:duka-development-secret".getBytes(StandardCharsets.US_ASCII));
        String token = JSON.readTree(send(HttpRequest.newBuilder(
                                URI.create(safaricom.url() + "/oauth/v1/generate?grant_type=client_credentials"))
                        .header("Authorization", "Basic " + basic)
                        .GET()))
                .path("access_token")
                .asString();
        Map<String, Object> payment = Map.of(
                "ShortCode",
                "174379",
                "CommandID",
                "CustomerPayBillOnline",
                "Amount",
                amount,
                "Msisdn",
                "254" + phone.substring(1),
                "BillRefNumber",
                reference);
        send(HttpRequest.newBuilder(URI.create(safaricom.url() + "/mpesa/c2b/v1/simulate"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(payment))));
    }

    private static void simulator(String path, String body) throws Exception {
        send(HttpRequest.newBuilder(URI.create(safaricom.url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return answer.body();
        }
    }

    private static Map<String, String> kes(String amount) {
        return Map.of("amount", amount, "currency", "KES");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
