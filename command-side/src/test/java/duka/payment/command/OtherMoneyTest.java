package duka.payment.command;

import static duka.payment.command.PaymentFixtures.*;

import duka.kernel.Money;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.AttemptId;
import duka.payment.api.OtherMoneyCommand.RecordProviderFailed;
import duka.payment.api.OtherMoneyCommand.RecordProviderPaid;
import duka.payment.api.OtherMoneyCommand.RecordProviderRefund;
import duka.payment.api.OtherMoneyCommand.SettleRefund;
import duka.payment.api.PaymentCommand.BeginRefund;
import duka.payment.api.PaymentCommand.Decision;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentCommand.SettlePayment;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.ContradictionNoted;
import duka.payment.api.PaymentEvent.PaymentAnnotated;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.ProviderMoneyDeclined;
import duka.payment.api.PaymentEvent.ProviderMoneyDisputed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money that M-Pesa has no word on: cash, and another provider's. */
class OtherMoneyTest {

    private static final AttemptId NOBODYS = AttemptId.unprompted(PAYMENT);
    private static final RefundId ASKED = new RefundId(UUID.fromString("019ab000-0000-7000-8000-000000000077"));
    private static final RefundId PROVIDERS = new RefundId(UUID.fromString("019ab000-0000-7000-8000-000000000079"));
    private static final String PROOF = "ch_1";
    private static final String OTHER_PROOF = "ch_2";

    @Test
    void cash_is_settled_once_in_full_and_a_note_says_how() {
        given(cash())
                .when(new SettlePayment(PAYMENT, PRICE, null, "at the door", NOW))
                .expectEvents(settled(null, null), new PaymentAnnotated(PAYMENT, ORDER, "at the door", 2));
        given(and(cash(), settled(null, null)))
                .when(new SettlePayment(PAYMENT, PRICE, null, null, NOW))
                .expectNoEvents();
        given(and(cash(), settled(null, null)))
                .when(new SettlePayment(PAYMENT, PRICE, "R-7", null, NOW))
                .expectNoEvents()
                .expectException(rejection("payment_settled"));
        given(cash())
                .when(new SettlePayment(PAYMENT, kes(1000), null, null, NOW))
                .expectNoEvents()
                .expectException(rejection("amount_differs"));
        given(pending())
                .when(new SettlePayment(PAYMENT, PRICE, null, null, NOW))
                .expectNoEvents()
                .expectException(rejection("settle_not_allowed"));
    }

    @Test
    void a_providers_word_settles_what_fits_once() {
        given(external()).when(paid(PRICE, PROOF)).expectEvents(settled(null, PROOF));
        given(and(external(), settled(null, PROOF))).when(paid(PRICE, PROOF)).expectNoEvents();
        given(and(external(), failed())).when(paid(PRICE, PROOF)).expectEvents(settled(null, PROOF));
        given(cash()).when(paid(PRICE, PROOF)).expectNoEvents().expectException(rejection("payment_not_external"));
    }

    @Test
    void another_amount_is_disputed_once_and_pays_nothing() {
        given(external()).when(paid(kes(1), PROOF)).expectEvents(disputed());
        given(and(external(), disputed())).when(paid(kes(1), PROOF)).expectNoEvents();
        given(and(external(), disputed()))
                .when(new SettlePayment(PAYMENT, PRICE, null, null, NOW))
                .expectNoEvents()
                .expectException(rejection("payment_disputed"));
    }

    @Test
    void money_that_fits_wins_over_a_dispute_and_the_other_goes_back() {
        given(and(external(), disputed()))
                .when(paid(PRICE, OTHER_PROOF))
                .expectEvents(settled(null, OTHER_PROOF), second(kes(1), PROOF), back("second_payment", kes(1), PROOF));
    }

    @Test
    void a_second_payment_goes_back_once() {
        List<PaymentEvent> twice = and(
                external(),
                settled(null, PROOF),
                second(PRICE, OTHER_PROOF),
                back("second_payment", PRICE, OTHER_PROOF));
        given(and(external(), settled(null, PROOF)))
                .when(paid(PRICE, OTHER_PROOF))
                .expectEvents(second(PRICE, OTHER_PROOF), back("second_payment", PRICE, OTHER_PROOF));
        given(twice).when(paid(PRICE, OTHER_PROOF)).expectNoEvents();
        given(and(external(), settled(null, PROOF))).when(paid(PRICE, null)).expectEvents(noted("paid_again"));
    }

    @Test
    void a_failure_never_undoes_money() {
        var word = new RecordProviderFailed(PAYMENT, "card_declined", "Declined", NOW);
        given(external()).when(word).expectEvents(failed());
        given(and(external(), failed())).when(word).expectNoEvents();
        given(and(external(), settled(null, PROOF))).when(word).expectEvents(noted("card_declined"));
        given(and(external(), disputed())).when(word).expectEvents(noted("card_declined"));
    }

    @Test
    void staff_decide_about_disputed_money() {
        given(and(external(), disputed()))
                .when(resolve(Decision.ACCEPT))
                .expectEvents(new PaymentSettled(PAYMENT, ORDER, null, kes(1), PROOF, null), annotated());
        given(and(external(), disputed())).when(resolve(Decision.REJECT)).expectEvents(declined(), annotated());
        given(and(external(), disputed()))
                .when(resolve(Decision.REFUND))
                .expectEvents(declined(), back("disputed_payment", kes(1), PROOF), annotated());
        given(and(external(), disputed(), declined())).when(paid(kes(1), PROOF)).expectNoEvents();
        given(and(external(), disputed(), declined()))
                .when(resolve(Decision.ACCEPT))
                .expectNoEvents()
                .expectException(rejection("not_disputed"));
        given(external()).when(resolve(Decision.REFUND)).expectNoEvents().expectException(rejection("not_disputed"));
    }

    @Test
    void a_refund_by_hand_is_never_sent_and_ends_when_staff_say_so() {
        List<PaymentEvent> owed = and(cash(), settled(null, null), byHand(ASKED, kes(500), "broken"));
        given(owed).when(new BeginRefund(PAYMENT, ASKED, NOW)).expectResultMessagePayload(Leave.NOT_WANTED);
        given(owed).when(handedBack(null)).expectEvents(done(ASKED, kes(500), "R-7"));
        given(owed).when(handedBack(9L)).expectNoEvents().expectException(rejection("version_mismatch"));
        given(and(owed, done(ASKED, kes(500), "R-7"))).when(handedBack(null)).expectNoEvents();
        given(cash()).when(handedBack(null)).expectNoEvents().expectException(rejection("not_found"));
        given(and(
                        PaymentFixtures.paid(),
                        new RefundRequested(
                                PAYMENT, ORDER, ASKED, PRICE, "broken", RefundVia.REVERSAL, RECEIPT, null, null)))
                .when(handedBack(null))
                .expectNoEvents()
                .expectException(rejection("refund_not_manual"));
    }

    @Test
    void a_providers_refund_ends_the_one_that_waits_or_is_one_of_its_own() {
        List<PaymentEvent> paid = and(external(), settled(null, PROOF));
        given(and(paid, byHand(ASKED, kes(500), "broken")))
                .when(refunded(kes(500)))
                .expectEvents(done(ASKED, kes(500), "re_1"));
        given(paid)
                .when(refunded(kes(500)))
                .expectEvents(byHand(PROVIDERS, kes(500), "refunded_by_provider"), done(PROVIDERS, kes(500), "re_1"));
        given(and(paid, byHand(PROVIDERS, kes(500), "refunded_by_provider")))
                .when(refunded(kes(500)))
                .expectNoEvents();
        given(and(paid, byHand(ASKED, PRICE, "broken")))
                .when(refunded(kes(500)))
                .expectNoEvents()
                .expectException(rejection("refund_exceeds_payment"));
    }

    @Test
    void a_part_that_is_in_progress_is_not_given_back_twice() {
        given(and(cash(), settled(null, null), byHand(ASKED, kes(1000), "broken")))
                .when(new RequestRefund(PAYMENT, PROVIDERS, kes(500), "late", NOW))
                .expectNoEvents()
                .expectException(rejection("refund_exceeds_payment"));
    }

    private static TestExecutor<Payment> given(List<PaymentEvent> before) {
        return new AggregateTestFixture<>(Payment.class).given(before);
    }

    private static List<PaymentEvent> cash() {
        return List.of(requested(PaymentMethod.CASH_ON_DELIVERY));
    }

    private static List<PaymentEvent> external() {
        return List.of(requested(PaymentMethod.EXTERNAL));
    }

    private static RecordProviderPaid paid(Money amount, @Nullable String receipt) {
        return new RecordProviderPaid(PAYMENT, amount, receipt, NOW);
    }

    private static RecordProviderRefund refunded(Money amount) {
        return new RecordProviderRefund(PAYMENT, PROVIDERS, amount, "re_1", NOW);
    }

    private static SettleRefund handedBack(@Nullable Long version) {
        return new SettleRefund(PAYMENT, ASKED, "R-7", version, NOW);
    }

    private static ResolveDispute resolve(Decision decision) {
        return new ResolveDispute(PAYMENT, decision, "looked at it", NOW);
    }

    private static ProviderPaymentFailed failed() {
        return new ProviderPaymentFailed(PAYMENT, ORDER, "card_declined", "Declined");
    }

    private static ProviderMoneyDisputed disputed() {
        return new ProviderMoneyDisputed(PAYMENT, ORDER, "amount_differs", kes(1), PROOF);
    }

    private static ProviderMoneyDeclined declined() {
        return new ProviderMoneyDeclined(PAYMENT, ORDER, PROOF, "looked at it");
    }

    private static PaymentAnnotated annotated() {
        return new PaymentAnnotated(PAYMENT, ORDER, "looked at it", 2);
    }

    private static SecondPaymentReceived second(Money amount, String proof) {
        return new SecondPaymentReceived(PAYMENT, ORDER, NOBODYS, amount, proof);
    }

    private static ContradictionNoted noted(String code) {
        return new ContradictionNoted(PAYMENT, ORDER, NOBODYS, code, "provider");
    }

    private static RefundRequested back(String reason, Money amount, String proof) {
        return new RefundRequested(
                PAYMENT,
                ORDER,
                RefundId.of(PAYMENT, reason + ":" + proof),
                amount,
                reason,
                RefundVia.MANUAL,
                null,
                null,
                NOBODYS);
    }

    private static RefundRequested byHand(RefundId id, Money amount, String reason) {
        return new RefundRequested(PAYMENT, ORDER, id, amount, reason, RefundVia.MANUAL, null, null, null);
    }

    private static RefundSucceeded done(RefundId id, Money amount, String receipt) {
        return new RefundSucceeded(PAYMENT, ORDER, id, amount, receipt, null);
    }
}
