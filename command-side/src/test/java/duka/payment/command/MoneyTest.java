package duka.payment.command;

import static duka.payment.command.PaymentFixtures.*;

import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentCommand.Decision;
import duka.payment.api.PaymentCommand.DisputeAttempt;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordReceipt;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentCommand.Verdict;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.ContradictionNoted;
import duka.payment.api.PaymentEvent.PaymentAnnotated;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentEvent.PushBegun;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.PushUnanswered;
import duka.payment.api.PaymentEvent.ReceiptLearnt;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** What is believed about money: section 10 of the Daraja notes, row by row. */
class MoneyTest {

    @Test
    void a_matching_success_is_reported_and_not_yet_believed() {
        given(pending()).when(success(FIRST, RECEIPT)).expectEvents(reported(FIRST, RECEIPT, "callback"));
    }

    /** Case 25. */
    @Test
    void a_callback_that_overtakes_the_push_answer_teaches_the_id() {
        given(sending())
                .when(success(FIRST, RECEIPT))
                .expectEvents(accepted(FIRST), reported(FIRST, RECEIPT, "callback"));
        given(and(sending(), new PushUnanswered(PAYMENT, ORDER, FIRST)))
                .when(failure(FIRST, "1032"))
                .expectEvents(accepted(FIRST), failed("1032"));
    }

    @Test
    void a_query_that_agrees_settles() {
        given(unverified())
                .when(answer(FIRST, Verdict.PAID, "0"))
                .expectEvents(settled(FIRST, RECEIPT))
                .expectResultMessagePayload(AttemptState.PAID);
    }

    @Test
    void a_record_of_the_provider_with_the_same_receipt_settles() {
        given(unverified()).when(receipt(FIRST, RECEIPT)).expectEvents(settled(FIRST, RECEIPT));
    }

    /** The push's answer and its callback were both lost: the first word reports the money, a second confirms it. */
    @Test
    void a_record_of_the_provider_finds_the_money_of_an_unanswered_push() {
        List<PaymentEvent> unanswered = and(sending(), new PushUnanswered(PAYMENT, ORDER, FIRST));
        given(unanswered)
                .when(receipt(FIRST, RECEIPT))
                .expectEvents(reported(FIRST, RECEIPT, "pull"))
                .expectResultMessagePayload(AttemptState.PAID_UNVERIFIED);
        given(and(unanswered, new AttemptExpired(PAYMENT, ORDER, FIRST), reported(FIRST, RECEIPT, "pull")))
                .when(receipt(FIRST, RECEIPT))
                .expectEvents(settled(FIRST, RECEIPT))
                .expectResultMessagePayload(AttemptState.PAID);
    }

    @Test
    void a_query_that_disagrees_leads_to_review_and_never_back_to_failed() {
        given(unverified())
                .when(answer(FIRST, Verdict.FAILED, "1032"))
                .expectEvents(disputed("query_disagrees", RECEIPT))
                .expectResultMessagePayload(AttemptState.REVIEW);
    }

    @Test
    void a_later_query_that_agrees_ends_the_review() {
        given(and(unverified(), disputed("query_disagrees", RECEIPT)))
                .when(answer(FIRST, Verdict.PAID, "0"))
                .expectEvents(settled(FIRST, RECEIPT));
    }

    @Test
    void a_query_that_goes_on_to_disagree_is_noted_once() {
        List<PaymentEvent> review = and(unverified(), disputed("query_disagrees", RECEIPT));
        given(review).when(answer(FIRST, Verdict.FAILED, "1032")).expectEvents(noted("1032", "query"));
        given(and(review, noted("1032", "query")))
                .when(answer(FIRST, Verdict.FAILED, "1032"))
                .expectNoEvents();
    }

    /** Case 33. */
    @Test
    void money_that_only_a_query_knows_is_reported_without_a_receipt_and_asked_about_again() {
        given(pending()).when(answer(FIRST, Verdict.PAID, "0")).expectEvents(reported(FIRST, null, "query"));
        given(and(pending(), reported(FIRST, null, "query")))
                .when(answer(FIRST, Verdict.PAID, "0"))
                .expectEvents(settled(FIRST, null));
    }

    /** Case 33. */
    @Test
    void the_receipt_is_filled_in_later() {
        given(paidWithoutReceipt())
                .when(receipt(FIRST, RECEIPT))
                .expectEvents(new ReceiptLearnt(PAYMENT, ORDER, FIRST, RECEIPT, "pull"));
        given(paidWithoutReceipt())
                .when(success(FIRST, RECEIPT))
                .expectEvents(new ReceiptLearnt(PAYMENT, ORDER, FIRST, RECEIPT, "callback"));
    }

    @Test
    void a_callback_and_a_query_that_agree_settle_in_either_order() {
        given(and(pending(), reported(FIRST, null, "query")))
                .when(success(FIRST, RECEIPT))
                .expectEvents(new ReceiptLearnt(PAYMENT, ORDER, FIRST, RECEIPT, "callback"), settled(FIRST, RECEIPT));
    }

    @Test
    void a_final_failure_ends_the_attempt() {
        given(pending()).when(failure(FIRST, "2001")).expectEvents(failed("2001"));
        given(pending()).when(answer(FIRST, Verdict.FAILED, "1037")).expectEvents(failed("1037"));
        given(and(pending(), new AttemptExpired(PAYMENT, ORDER, FIRST)))
                .when(answer(FIRST, Verdict.FAILED, "1032"))
                .expectEvents(failed("1032"));
    }

    @Test
    void what_is_no_answer_changes_nothing() {
        given(pending())
                .when(answer(FIRST, Verdict.IN_FLIGHT, "4999"))
                .expectNoEvents()
                .expectResultMessagePayload(AttemptState.PENDING);
        given(pending()).when(answer(FIRST, Verdict.NO_ANSWER, "500.001.1001")).expectNoEvents();
    }

    /** Cases 27 and 34. */
    @Test
    void late_money_wins_over_failure_expiry_rejection_and_void() {
        var report = reported(FIRST, RECEIPT, "callback");
        given(and(pending(), failed("1032"))).when(success(FIRST, RECEIPT)).expectEvents(report);
        given(and(pending(), new AttemptExpired(PAYMENT, ORDER, FIRST)))
                .when(success(FIRST, RECEIPT))
                .expectEvents(report);
        given(and(sending(), new PushRefused(PAYMENT, ORDER, FIRST, "500.003.02", "busy")))
                .when(success(FIRST, RECEIPT))
                .expectEvents(report);
        given(and(unverified(), new PaymentVoided(PAYMENT, ORDER)))
                .when(answer(FIRST, Verdict.PAID, "0"))
                .expectEvents(settled(FIRST, RECEIPT));
    }

    /** Cases 27 and 35. */
    @Test
    void a_failure_never_undoes_money() {
        given(paid()).when(failure(FIRST, "1032")).expectEvents(noted("1032", "callback"));
        given(paid()).when(answer(FIRST, Verdict.FAILED, "1037")).expectEvents(noted("1037", "query"));
        given(unverified()).when(failure(FIRST, "1032")).expectEvents(noted("1032", "callback"));
    }

    /** Case 26. */
    @Test
    void the_same_callback_again_is_silence() {
        given(unverified()).when(success(FIRST, RECEIPT)).expectNoEvents();
        given(paid()).when(success(FIRST, RECEIPT)).expectNoEvents();
        given(and(pending(), failed("1032"))).when(failure(FIRST, "1032")).expectNoEvents();
        given(and(paid(), noted("1032", "callback")))
                .when(failure(FIRST, "1032"))
                .expectNoEvents();
    }

    /** Case 28. */
    @Test
    void money_that_is_not_what_was_asked_for_is_reviewed() {
        given(pending())
                .when(callback(FIRST, Verdict.PAID, "0", kes(1), RECEIPT, PHONE))
                .expectEvents(new AttemptDisputed(PAYMENT, ORDER, FIRST, "amount_differs", kes(1), RECEIPT));
        given(pending())
                .when(callback(FIRST, Verdict.PAID, "0", PRICE, RECEIPT, OTHER_PHONE))
                .expectEvents(disputed("phone_differs", RECEIPT));
    }

    /** Case 28. */
    @Test
    void a_query_alone_does_not_clear_money_that_does_not_fit() {
        given(and(pending(), new AttemptDisputed(PAYMENT, ORDER, FIRST, "amount_differs", kes(1), RECEIPT)))
                .when(answer(FIRST, Verdict.PAID, "0"))
                .expectNoEvents()
                .expectResultMessagePayload(AttemptState.REVIEW);
    }

    @Test
    void a_matching_callback_and_then_a_query_clear_it() {
        var wrong = new AttemptDisputed(PAYMENT, ORDER, FIRST, "amount_differs", kes(1), OTHER_RECEIPT);
        var learnt = new ReceiptLearnt(PAYMENT, ORDER, FIRST, RECEIPT, "callback");
        given(and(pending(), wrong)).when(success(FIRST, RECEIPT)).expectEvents(learnt);
        given(and(pending(), wrong, learnt))
                .when(answer(FIRST, Verdict.PAID, "0"))
                .expectEvents(settled(FIRST, RECEIPT));
    }

    @Test
    void a_callback_about_another_prompt_moves_nothing() {
        var other = new RecordCallback(
                PAYMENT, FIRST, Verdict.FAILED, "1032", "", null, checkout(SECOND), null, null, null, NOW);
        given(pending()).when(other).expectEvents(noted("checkout_differs", "callback"));
    }

    @Test
    void a_success_that_names_no_money_moves_nothing() {
        given(pending())
                .when(callback(FIRST, Verdict.PAID, "0", null, null, null))
                .expectEvents(noted("incomplete", "callback"));
    }

    @Test
    void an_unknown_code_moves_nothing_and_is_noted() {
        given(pending())
                .when(answer(FIRST, Verdict.UNKNOWN_CODE, "E3008"))
                .expectEvents(noted("E3008", "query"))
                .expectResultMessagePayload(AttemptState.PENDING);
        given(pending())
                .when(callback(FIRST, Verdict.UNKNOWN_CODE, "99999", null, null, null))
                .expectEvents(noted("99999", "callback"));
    }

    /** Case 30. */
    @Test
    void a_receipt_that_paid_for_something_else_is_reviewed() {
        given(pending())
                .when(new DisputeAttempt(PAYMENT, FIRST, "receipt_taken", NOW))
                .expectEvents(new AttemptDisputed(PAYMENT, ORDER, FIRST, "receipt_taken", null, null));
        given(paid())
                .when(new DisputeAttempt(PAYMENT, FIRST, "receipt_taken", NOW))
                .expectEvents(noted("receipt_taken", "callback"));
    }

    @Test
    void another_receipt_for_a_paid_attempt_goes_back_at_once() {
        given(paid())
                .when(success(FIRST, OTHER_RECEIPT))
                .expectEvents(
                        new SecondPaymentReceived(PAYMENT, ORDER, FIRST, PRICE, OTHER_RECEIPT),
                        secondRefund(FIRST, OTHER_RECEIPT));
        given(and(
                        paid(),
                        new SecondPaymentReceived(PAYMENT, ORDER, FIRST, PRICE, OTHER_RECEIPT),
                        secondRefund(FIRST, OTHER_RECEIPT)))
                .when(success(FIRST, OTHER_RECEIPT))
                .expectNoEvents();
    }

    @Test
    void another_receipt_that_comes_before_the_verification_goes_back_too() {
        var second = new SecondPaymentReceived(PAYMENT, ORDER, FIRST, PRICE, OTHER_RECEIPT);
        given(unverified())
                .when(success(FIRST, OTHER_RECEIPT))
                .expectEvents(second, secondRefund(FIRST, OTHER_RECEIPT));
        given(and(unverified(), second, secondRefund(FIRST, OTHER_RECEIPT)))
                .when(answer(FIRST, Verdict.PAID, "0"))
                .expectEvents(settled(FIRST, RECEIPT));
    }

    @Test
    void a_second_attempt_that_is_paid_too_goes_back_once_it_is_confirmed() {
        List<PaymentEvent> both = and(paid(), started(2), new PushBegun(PAYMENT, ORDER, SECOND), accepted(SECOND));
        var report = reported(SECOND, OTHER_RECEIPT, "callback");
        given(both).when(success(SECOND, OTHER_RECEIPT)).expectEvents(report);
        given(and(both, report))
                .when(answer(SECOND, Verdict.PAID, "0"))
                .expectEvents(
                        new AttemptDisputed(PAYMENT, ORDER, SECOND, "second_payment", PRICE, OTHER_RECEIPT),
                        new SecondPaymentReceived(PAYMENT, ORDER, SECOND, PRICE, OTHER_RECEIPT),
                        secondRefund(SECOND, OTHER_RECEIPT));
        given(and(
                        both,
                        report,
                        new AttemptDisputed(PAYMENT, ORDER, SECOND, "second_payment", PRICE, OTHER_RECEIPT),
                        new SecondPaymentReceived(PAYMENT, ORDER, SECOND, PRICE, OTHER_RECEIPT),
                        secondRefund(SECOND, OTHER_RECEIPT)))
                .when(success(SECOND, OTHER_RECEIPT))
                .expectNoEvents();
    }

    @Test
    void staff_accept_disputed_money() {
        given(and(pending(), new AttemptDisputed(PAYMENT, ORDER, FIRST, "amount_differs", kes(1500), RECEIPT)))
                .when(new ResolveDispute(PAYMENT, Decision.ACCEPT, "close enough", NOW))
                .expectEvents(
                        new PaymentSettled(PAYMENT, ORDER, FIRST, kes(1500), RECEIPT, null), annotated("close enough"));
    }

    @Test
    void staff_send_disputed_money_back_and_a_repeat_of_its_callback_does_not_bring_it_up_again() {
        var wrong = new AttemptDisputed(PAYMENT, ORDER, FIRST, "amount_differs", kes(1), RECEIPT);
        var ended = new AttemptFailed(PAYMENT, ORDER, FIRST, "refunded_by_staff", "wrong sum");
        var back = new RefundRequested(
                PAYMENT,
                ORDER,
                RefundId.of(PAYMENT, "disputed_payment:" + RECEIPT),
                kes(1),
                "disputed_payment",
                RefundVia.REVERSAL,
                RECEIPT,
                null,
                FIRST);
        given(and(pending(), wrong))
                .when(new ResolveDispute(PAYMENT, Decision.REFUND, "wrong sum", NOW))
                .expectEvents(ended, back, annotated("wrong sum"));
        given(and(pending(), wrong, ended, back))
                .when(callback(FIRST, Verdict.PAID, "0", kes(1), RECEIPT, PHONE))
                .expectNoEvents();
    }

    @Test
    void staff_reject_a_claim_and_only_they_decide_about_a_dispute() {
        given(and(unverified(), disputed("query_disagrees", RECEIPT)))
                .when(new ResolveDispute(PAYMENT, Decision.REJECT, "not ours", NOW))
                .expectEvents(
                        new AttemptFailed(PAYMENT, ORDER, FIRST, "rejected_by_staff", "not ours"),
                        annotated("not ours"));
        given(pending())
                .when(new ResolveDispute(PAYMENT, Decision.ACCEPT, "", NOW))
                .expectNoEvents()
                .expectException(rejection("not_disputed"));
    }

    private static TestExecutor<Payment> given(List<PaymentEvent> before) {
        return new AggregateTestFixture<>(Payment.class).given(before);
    }

    private static PaymentAnnotated annotated(String note) {
        return new PaymentAnnotated(PAYMENT, ORDER, note, 2);
    }

    private static RecordReceipt receipt(AttemptId attempt, String receipt) {
        return new RecordReceipt(PAYMENT, attempt, receipt, PRICE, "pull", NOW);
    }

    private static AttemptFailed failed(String code) {
        return new AttemptFailed(PAYMENT, ORDER, FIRST, code, "text " + code);
    }

    private static AttemptDisputed disputed(String reason, String receipt) {
        return new AttemptDisputed(PAYMENT, ORDER, FIRST, reason, PRICE, receipt);
    }

    private static ContradictionNoted noted(String code, String source) {
        return new ContradictionNoted(PAYMENT, ORDER, FIRST, code, source);
    }

    private static RefundRequested secondRefund(AttemptId attempt, String receipt) {
        return new RefundRequested(
                PAYMENT,
                ORDER,
                RefundId.of(PAYMENT, "second_payment:" + receipt),
                PRICE,
                "second_payment",
                RefundVia.REVERSAL,
                receipt,
                null,
                attempt);
    }
}
