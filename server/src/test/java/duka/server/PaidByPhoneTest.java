package duka.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daraja.simulator.Settings;
import daraja.simulator.Simulator;
import duka.identity.api.PersonKeys;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Uuids;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentCommand.RequestPayment;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole server against a Safaricom that behaves as it was seen to behave, over HTTP both ways. */
@SpringBootTest(classes = DukaServer.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@DirtiesContext
class PaidByPhoneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Money PRICE = Money.ofMajor(1499, CurrencyCode.KES);

    private static Simulator safaricom;

    @Autowired
    CommandGateway commands;

    @Autowired
    JdbcClient database;

    @Autowired
    PersonKeys keys;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path data =
                Files.createTempDirectory(Path.of("target"), "paid-by-phone").toAbsolutePath();
        safaricom = Simulator.start(Settings.inProcess(data));
        int port = freePort();
        settings.add("duka.data", data::toString);
        settings.add("server.port", () -> port);
        settings.add("duka.daraja.base-url", safaricom::url);
        settings.add("duka.daraja.callback-base", () -> "http://localhost:" + port);
        settings.add("duka.daraja.certificate", () -> safaricom.certificate().toString());
    }

    @AfterAll
    static void close() {
        safaricom.close();
    }

    /** Cases 25, 26 and 17: the callback comes, comes thrice, comes first, or the push is cut off. */
    @Test
    void money_that_is_claimed_and_confirmed_settles_once_whatever_happens_on_the_way() {
        List<PaymentId> payments = List.of(pay("000"), pay("002"), pay("003"), pay("007"));
        for (PaymentId payment : payments) {
            awaitEvent(payment, "payment.PaymentSettled");
        }
        assertThat(payments)
                .allSatisfy(payment -> assertThat(eventsOf(payment))
                        .containsOnlyOnce("payment.PaymentSettled", "payment.MoneyReported", "payment.PushBegun"));
        assertThat(eventsOf(payments.get(3))).contains("payment.PushUnanswered");
    }

    @Test
    void a_refusal_on_the_phone_ends_the_attempt() {
        PaymentId cancelled = pay("032");
        PaymentId poor = pay("001");
        awaitEvent(cancelled, "payment.AttemptFailed");
        awaitEvent(poor, "payment.AttemptFailed");
    }

    /** Cases 33 and 34: no callback comes. */
    @Test
    void a_lost_callback_is_found_out_by_asking_and_its_receipt_by_pulling() {
        PaymentId payment = pay("404");
        awaitEvent(payment, "payment.PaymentSettled");
        awaitEvent(payment, "payment.ReceiptLearnt");
    }

    /** Case 28. */
    @Test
    void another_amount_releases_nothing() {
        PaymentId payment = pay("005");
        awaitEvent(payment, "payment.AttemptDisputed");
        assertThat(eventsOf(payment)).doesNotContain("payment.PaymentSettled");
    }

    /** Case 35. */
    @Test
    void a_contradiction_is_reviewed_and_cleared_by_asking_on() throws Exception {
        PaymentId payment = pay("006");
        awaitEvent(payment, "payment.AttemptDisputed");
        advance(Duration.ofMinutes(3));
        awaitEvent(payment, "payment.PaymentSettled");
    }

    @Test
    void a_second_receipt_goes_back_by_itself() {
        PaymentId payment = pay("009");
        awaitEvent(payment, "payment.PaymentSettled");
        awaitEvent(payment, "payment.SecondPaymentReceived");
        awaitEvent(payment, "payment.RefundSucceeded");
    }

    /** Case 39. */
    @Test
    void a_whole_payment_is_reversed_and_a_part_is_paid_out() {
        PaymentId whole = pay("000");
        PaymentId part = pay("000");
        awaitEvent(whole, "payment.PaymentSettled");
        awaitEvent(part, "payment.PaymentSettled");
        refund(whole, null);
        refund(part, Money.ofMajor(100, CurrencyCode.KES));
        awaitEvent(whole, "payment.RefundSucceeded");
        awaitEvent(part, "payment.RefundSucceeded");
    }

    private void refund(PaymentId payment, Money amount) {
        RefundId refund = RefundId.of(payment, "broken");
        commands.sendAndWait(new RequestRefund(payment, refund, amount, "broken", Instant.now()));
    }

    private PaymentId pay(String behaviour) {
        PersonId person = new PersonId(Uuids.mint(Clock.systemUTC()));
        keys.createFor(person);
        OrderId order = new OrderId(Uuids.mint(Clock.systemUTC()));
        PaymentId payment = PaymentId.of(order);
        String phone = "+2547" + ThreadLocalRandom.current().nextInt(10_000, 99_999) + behaviour;
        commands.sendAndWait(new RequestPayment(
                payment,
                order,
                null,
                PRICE,
                PaymentMethod.MPESA,
                "D" + order.toString().substring(28).toUpperCase(Locale.ROOT),
                Instant.now().plus(Duration.ofMinutes(15)),
                Personal.of(person, phone),
                Instant.now()));
        return payment;
    }

    private void awaitEvent(PaymentId payment, String type) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(eventsOf(payment)).contains(type));
    }

    private List<String> eventsOf(PaymentId payment) {
        return database.sql("SELECT payload_type FROM events.domain_event WHERE aggregate_identifier = ?"
                        + " ORDER BY global_index")
                .param(payment.toString())
                .query(String.class)
                .list();
    }

    private static void advance(Duration by) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(safaricom.url() + "/simulator/clock/advance/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"seconds\":" + by.toSeconds() + "}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
