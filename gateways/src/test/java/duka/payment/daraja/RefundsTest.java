package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.api.DueWorkHandler.Next;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordRefundAccepted;
import duka.payment.api.PaymentCommand.RecordRefundFailed;
import duka.payment.api.PaymentCommand.RecordRefundSucceeded;
import duka.payment.api.PaymentCommand.RecordRefundUnanswered;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money back: sent once, asked about in doubt, and sent again only when it is known not to have happened. */
class RefundsTest {

    private static final RefundId REFUND = RefundId.of(Shop.PAYMENT, "order_cancelled");
    private static final Money AMOUNT = Money.ofMajor(10, CurrencyCode.KES);

    @TempDir
    static Path folder;

    private static Path certificate;

    private Shop shop;
    private Safaricom safaricom;

    @BeforeAll
    static void certificate() throws Exception {
        certificate = TestCertificates.expired(folder).certificate();
    }

    @BeforeEach
    void open() throws IOException {
        shop = Shop.open();
        safaricom = new Safaricom();
    }

    @AfterEach
    void close() {
        safaricom.close();
    }

    @Test
    void an_accepted_reversal_waits_for_its_result_and_is_asked_about_when_none_comes() {
        requested(RefundVia.REVERSAL);
        safaricom.saysFile(Safaricom.REVERSAL, 200, "reversal-200-accepted-docs");
        assertThat(send(Leave.GO)).isEqualTo(Next.done());
        assertThat(shop.payments.all(RecordRefundAccepted.class)).hasSize(1);
        assertThat(shop.board.waiting)
                .anySatisfy(piece -> assertThat(piece.task()).isEqualTo(Works.ASK_ABOUT_REFUND));
    }

    @Test
    void a_refund_waits_for_its_turn() {
        requested(RefundVia.REVERSAL);
        assertThat(send(Leave.WAIT)).isInstanceOf(Next.Again.class);
        assertThat(send(Leave.NOT_WANTED)).isEqualTo(Next.done());
        assertThat(safaricom.calls(Safaricom.REVERSAL)).isZero();
    }

    /** Case 39. */
    @Test
    void a_reversal_without_an_answer_is_not_sent_again_before_its_payment_was_asked_about() {
        requested(RefundVia.REVERSAL);
        safaricom.cutsTheLine(Safaricom.REVERSAL);
        assertThat(send(Leave.GO)).isEqualTo(Next.done());
        assertThat(send(Leave.BEGUN_BEFORE)).isEqualTo(Next.done());
        assertThat(safaricom.calls(Safaricom.REVERSAL)).isEqualTo(1);
        assertThat(shop.payments.all(RecordRefundUnanswered.class)).isNotEmpty();

        safaricom.saysFile(Safaricom.STATUS, 200, "status-200-accepted-docs");
        ask();
        assertThat(safaricom.lastRequest(Safaricom.STATUS).path("TransactionID").asString())
                .isEqualTo("SKE1ABCDEF");

        shop.board.waiting.clear();
        post(Address.Kind.QUESTION, Payload.text("status-result-0-completed-docs"));
        assertThat(shop.board.taken(Works.REFUND)).hasSize(1);
        safaricom.forgets(Safaricom.REVERSAL).saysFile(Safaricom.REVERSAL, 200, "reversal-200-accepted-docs");
        assertThat(send(Leave.BEGUN_BEFORE)).isEqualTo(Next.done());
        assertThat(send(Leave.BEGUN_BEFORE)).isEqualTo(Next.done());
        assertThat(safaricom.calls(Safaricom.REVERSAL)).isEqualTo(2);
    }

    @Test
    void a_reversal_that_never_left_is_tried_again() {
        requested(RefundVia.REVERSAL);
        safaricom.says(Safaricom.REVERSAL, 500, "{\"errorCode\":\"500.003.02\",\"errorMessage\":\"System is busy\"}");
        assertThat(send(Leave.GO)).isInstanceOf(Next.Again.class);
        safaricom.forgets(Safaricom.REVERSAL).saysFile(Safaricom.REVERSAL, 200, "reversal-200-accepted-docs");
        assertThat(send(Leave.BEGUN_BEFORE)).isEqualTo(Next.done());
        assertThat(shop.payments.all(RecordRefundAccepted.class)).hasSize(1);
    }

    @Test
    void a_payout_is_repeated_under_its_own_id() {
        requested(RefundVia.B2C);
        safaricom.cutsTheLine(Safaricom.PAYOUT).saysFile(Safaricom.PAYOUT, 500, "b2c-500-duplicate-originator-docs");
        assertThat(send(Leave.GO)).isEqualTo(Next.done());
        assertThat(send(Leave.BEGUN_BEFORE)).isEqualTo(Next.done());
        assertThat(safaricom
                        .lastRequest(Safaricom.PAYOUT)
                        .path("OriginatorConversationID")
                        .asString())
                .isEqualTo(REFUND.toString());
        assertThat(shop.payments.all(RecordRefundFailed.class)).isEmpty();
    }

    @Test
    void a_refused_refund_has_failed() {
        requested(RefundVia.REVERSAL);
        safaricom.saysFile(Safaricom.REVERSAL, 400, "reversal-400-invalid-transactionid-docs");
        assertThat(send(Leave.GO)).isEqualTo(Next.done());
        assertThat(shop.payments.all(RecordRefundFailed.class)).hasSize(1);
    }

    @Test
    void results_end_the_refund() {
        requested(RefundVia.REVERSAL);
        post(Address.Kind.REFUND, Payload.text("reversal-result-0-success-docs"));
        assertThat(shop.payments.all(RecordRefundSucceeded.class))
                .singleElement()
                .satisfies(told -> assertThat(told.receipt()).isEqualTo("SKE52PAWR9"));
        post(Address.Kind.REFUND, Payload.text("reversal-result-r000002-docs"));
        assertThat(shop.payments.all(RecordRefundFailed.class))
                .singleElement()
                .satisfies(told -> assertThat(told.code()).isEqualTo("R000002"));
    }

    /** Case 39. */
    @Test
    void money_that_was_reversed_before_counts_as_returned() {
        requested(RefundVia.REVERSAL);
        post(Address.Kind.REFUND, Payload.text("reversal-result-r000002-docs").replace("R000002", "R000001"));
        assertThat(shop.payments.all(RecordRefundSucceeded.class))
                .singleElement()
                .satisfies(told -> assertThat(told.receipt()).isEqualTo("SKE1ABCDEF"));
    }

    @Test
    void every_recorded_failure_of_a_payout_fails_it() {
        requested(RefundVia.B2C);
        var failures = Payload.named("b2c-result-").stream()
                .filter(file -> !file.contains("-0-"))
                .toList();
        failures.forEach(file -> post(Address.Kind.REFUND, Payload.text(file)));
        assertThat(shop.payments.all(RecordRefundFailed.class)).hasSameSizeAs(failures);
    }

    @Test
    void a_result_of_another_conversation_moves_nothing() {
        requested(RefundVia.REVERSAL);
        shop.addresses.learnConversation(REFUND, "AG_OURS", "own");
        post(Address.Kind.REFUND, Payload.text("reversal-result-0-success-docs"));
        assertThat(shop.payments.heard).isEmpty();
        assertThat(shop.unmatched())
                .singleElement()
                .satisfies(kept -> assertThat(kept.reason()).isEqualTo("conversation_differs"));
    }

    /** Case 39. */
    @Test
    void a_queue_time_out_in_any_form_leaves_it_unknown() {
        requested(RefundVia.REVERSAL);
        String token = shop.secrecy.token(Address.Kind.REFUND, REFUND);
        shop.callbacks.keep(StoredCallback.Kind.TIMEOUT, token, "{\"free\":[\"form\"]}");
        shop.readAll();
        assertThat(shop.payments.all(RecordRefundUnanswered.class)).hasSize(1);
        assertThat(shop.board.taken(Works.ASK_ABOUT_REFUND)).hasSize(1);
    }

    @Test
    void an_unknown_code_ends_nothing_and_is_asked_about() {
        requested(RefundVia.REVERSAL);
        post(Address.Kind.REFUND, Payload.text("reversal-result-r000002-docs").replace("R000002", "X77"));
        assertThat(shop.payments.all(RecordRefundFailed.class)).isEmpty();
        assertThat(shop.board.taken(Works.ASK_ABOUT_REFUND)).hasSize(1);
    }

    private void requested(RefundVia via) {
        boolean reversal = via == RefundVia.REVERSAL;
        new RefundWorkOnRefund(shop.board, shop.addresses, shop.secrecy, shop.envelope)
                .on(
                        new RefundRequested(
                                Shop.PAYMENT,
                                Shop.ORDER,
                                REFUND,
                                AMOUNT,
                                "order_cancelled",
                                via,
                                reversal ? "SKE1ABCDEF" : null,
                                reversal ? null : Shop.PHONE,
                                null),
                        shop.clock.instant());
        work = (Works.Refund) shop.board.taken(Works.REFUND).getFirst().data();
    }

    private Works.Refund work;

    private Next send(Leave leave) {
        shop.payments.leaves.clear();
        shop.payments.leaves.add(leave);
        return new SendRefund(
                        shop.payments, operator(), shop.secrecy, shop.addresses, shop.board, shop.figures, shop.clock)
                .run(work, 1);
    }

    private void ask() {
        shop.payments.leaves.clear();
        shop.payments.leaves.add(Leave.BEGUN_BEFORE);
        Next next =
                new AskAboutRefund(shop.payments, operator(), shop.secrecy, shop.addresses, shop.clock).run(work, 1);
        assertThat(next).isInstanceOf(Next.Again.class);
    }

    private void post(Address.Kind kind, String body) {
        shop.callbacks.keep(StoredCallback.Kind.RESULT, shop.secrecy.token(kind, REFUND), body);
        shop.readAll();
    }

    private Operator operator() {
        DarajaProperties properties = safaricom.properties();
        return new Operator(
                PromptsTest.client(shop.clock, properties),
                properties,
                new SecurityCredential(certificate, "Safaricom999!*!"),
                new CallbackUrls("http://localhost:8080", false));
    }
}
