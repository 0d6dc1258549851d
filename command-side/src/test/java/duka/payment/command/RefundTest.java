package duka.payment.command;

import static duka.payment.command.PaymentFixtures.*;

import duka.kernel.Money;
import duka.kernel.Personal;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentCommand.BeginRefund;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordRefundAccepted;
import duka.payment.api.PaymentCommand.RecordRefundFailed;
import duka.payment.api.PaymentCommand.RecordRefundSucceeded;
import duka.payment.api.PaymentCommand.RecordRefundUnanswered;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.payment.api.PaymentCommand.ReviseRefund;
import duka.payment.api.PaymentCommand.WithdrawRefund;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.RefundAccepted;
import duka.payment.api.PaymentEvent.RefundBegun;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundRevised;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.RefundUnanswered;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes back, by which way, and that no shilling goes back twice. */
class RefundTest {

    private static final RefundId ASKED = new RefundId(UUID.fromString("019ab000-0000-7000-8000-000000000077"));
    private static final RefundId NEXT = new RefundId(UUID.fromString("019ab000-0000-7000-8000-000000000078"));
    private static final RefundId OWED = RefundId.of(PAYMENT, "order_cancelled");

    @Test
    void the_whole_untouched_payment_is_reversed() {
        given(paid())
                .when(refund(ASKED, null, "broken"))
                .expectEvents(requested(ASKED, PRICE, "broken", RefundVia.REVERSAL, RECEIPT, null));
    }

    @Test
    void a_part_is_paid_out_to_the_phone() {
        given(paid())
                .when(refund(ASKED, kes(10), "broken"))
                .expectEvents(requested(ASKED, kes(10), "broken", RefundVia.B2C, null, PHONE));
    }

    @Test
    void what_is_left_after_a_part_is_paid_out_too() {
        given(and(paid(), part()))
                .when(refund(NEXT, null, "broken"))
                .expectEvents(requested(NEXT, kes(999), "broken", RefundVia.B2C, null, PHONE));
    }

    @Test
    void a_payment_without_a_receipt_is_paid_out() {
        given(paidWithoutReceipt())
                .when(refund(ASKED, null, "broken"))
                .expectEvents(requested(ASKED, PRICE, "broken", RefundVia.B2C, null, PHONE));
    }

    @Test
    void less_than_ten_shillings_is_refused_to_people_and_left_to_staff_by_processes() {
        given(paid())
                .when(refund(ASKED, kes(9), "broken"))
                .expectNoEvents()
                .expectException(rejection("refund_below_minimum"));
        given(paid())
                .when(refund(OWED, kes(9), "order_cancelled"))
                .expectEvents(requested(OWED, kes(9), "order_cancelled", RefundVia.MANUAL, null, null));
    }

    @Test
    void cash_goes_back_by_hand() {
        given(List.of(PaymentFixtures.requested(PaymentMethod.CASH_ON_DELIVERY), settled(null, null)))
                .when(refund(ASKED, null, "broken"))
                .expectEvents(requested(ASKED, PRICE, "broken", RefundVia.MANUAL, null, null));
    }

    @Test
    void an_erased_phone_is_left_to_staff() {
        var start = started(1);
        var erased = new PaymentEvent.AttemptStarted(
                PAYMENT,
                ORDER,
                FIRST,
                1,
                new Personal(PERSON, null),
                PRICE,
                start.accountReference(),
                start.startedAt());
        given(List.of(PaymentFixtures.requested(PaymentMethod.MPESA), erased, settled(FIRST, null)))
                .when(refund(ASKED, null, "broken"))
                .expectEvents(requested(ASKED, PRICE, "broken", RefundVia.MANUAL, null, null));
    }

    @Test
    void nothing_beyond_what_was_paid_goes_back() {
        given(paid())
                .when(refund(ASKED, kes(1500), "broken"))
                .expectNoEvents()
                .expectException(rejection("refund_exceeds_payment"));
        given(and(paid(), part()))
                .when(refund(NEXT, kes(1000), "broken"))
                .expectNoEvents()
                .expectException(rejection("refund_exceeds_payment"));
        given(pending())
                .when(refund(ASKED, null, "broken"))
                .expectNoEvents()
                .expectException(rejection("refund_exceeds_payment"));
    }

    @Test
    void a_failed_refund_gives_its_money_free_again() {
        given(and(paid(), part(), new RefundFailed(PAYMENT, ORDER, ASKED, "2040", "no")))
                .when(refund(NEXT, null, "broken"))
                .expectEvents(requested(NEXT, PRICE, "broken", RefundVia.B2C, null, PHONE));
    }

    @Test
    void a_refund_that_was_asked_for_is_asked_for_once() {
        given(and(paid(), part())).when(refund(ASKED, kes(500), "broken")).expectNoEvents();
    }

    @Test
    void money_that_the_order_did_not_need_leaves_the_payment_untouched() {
        var excess = new RefundRequested(
                PAYMENT, ORDER, NEXT, PRICE, "second_payment", RefundVia.REVERSAL, OTHER_RECEIPT, null, FIRST);
        given(and(paid(), excess))
                .when(refund(ASKED, null, "broken"))
                .expectEvents(requested(ASKED, PRICE, "broken", RefundVia.REVERSAL, RECEIPT, null));
    }

    @Test
    void one_refund_is_sent_at_a_time() {
        var second = requested(NEXT, kes(100), "broken", RefundVia.B2C, null, PHONE);
        given(and(paid(), part(), second))
                .when(new BeginRefund(PAYMENT, ASKED, NOW))
                .expectEvents(new RefundBegun(PAYMENT, ORDER, ASKED))
                .expectResultMessagePayload(Leave.GO);
        given(and(paid(), part(), second))
                .when(new BeginRefund(PAYMENT, NEXT, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.WAIT);
        given(and(paid(), part(), second, begun(), succeeded()))
                .when(new BeginRefund(PAYMENT, NEXT, NOW))
                .expectResultMessagePayload(Leave.GO);
    }

    @Test
    void a_refund_that_was_begun_is_not_sent_blindly_again() {
        given(and(paid(), part(), begun()))
                .when(new BeginRefund(PAYMENT, ASKED, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.BEGUN_BEFORE);
        given(and(paid(), part(), begun(), new RefundUnanswered(PAYMENT, ORDER, ASKED)))
                .when(new BeginRefund(PAYMENT, ASKED, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.BEGUN_BEFORE);
    }

    @Test
    void a_refund_by_hand_is_never_sent() {
        given(and(paid(), requested(ASKED, kes(9), "x", RefundVia.MANUAL, null, null)))
                .when(new BeginRefund(PAYMENT, ASKED, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.NOT_WANTED);
    }

    @Test
    void an_accepted_refund_is_recorded_once() {
        var accepted = new RefundAccepted(PAYMENT, ORDER, ASKED, "AG_1", "own-1");
        var command = new RecordRefundAccepted(PAYMENT, ASKED, "AG_1", "own-1", NOW);
        given(and(paid(), part(), begun())).when(command).expectEvents(accepted);
        given(and(paid(), part(), begun(), accepted)).when(command).expectNoEvents();
        given(and(paid(), part(), begun(), succeeded())).when(command).expectNoEvents();
    }

    @Test
    void a_refund_without_an_answer_is_unknown() {
        given(and(paid(), part(), begun()))
                .when(new RecordRefundUnanswered(PAYMENT, ASKED, NOW))
                .expectEvents(new RefundUnanswered(PAYMENT, ORDER, ASKED));
        given(and(paid(), part(), begun(), succeeded()))
                .when(new RecordRefundUnanswered(PAYMENT, ASKED, NOW))
                .expectNoEvents();
    }

    @Test
    void a_refund_succeeds_once_and_even_after_doubt() {
        var command = new RecordRefundSucceeded(PAYMENT, ASKED, "SKR1", NOW);
        given(and(paid(), part(), begun())).when(command).expectEvents(succeeded());
        given(and(paid(), part(), begun(), new RefundUnanswered(PAYMENT, ORDER, ASKED)))
                .when(command)
                .expectEvents(succeeded());
        given(and(paid(), part(), begun(), succeeded())).when(command).expectNoEvents();
    }

    @Test
    void a_refund_fails_once_and_never_after_it_succeeded() {
        var command = new RecordRefundFailed(PAYMENT, ASKED, "2006", "no", NOW);
        given(and(paid(), part(), begun()))
                .when(command)
                .expectEvents(new RefundFailed(PAYMENT, ORDER, ASKED, "2006", "no"));
        given(and(paid(), part(), begun(), succeeded())).when(command).expectNoEvents();
    }

    @Test
    void a_refund_that_waits_may_be_revised_and_withdrawn() {
        given(and(paid(), part()))
                .when(new ReviseRefund(PAYMENT, ASKED, "late", 1L))
                .expectEvents(new RefundRevised(PAYMENT, ORDER, ASKED, "late", 2));
        given(and(paid(), part()))
                .when(new ReviseRefund(PAYMENT, ASKED, "late", 7L))
                .expectNoEvents()
                .expectException(rejection("version_mismatch"));
        given(and(paid(), part()))
                .when(new WithdrawRefund(PAYMENT, ASKED, null))
                .expectEvents(new RefundWithdrawn(PAYMENT, ORDER, ASKED));
        given(and(paid(), part(), new RefundWithdrawn(PAYMENT, ORDER, ASKED)))
                .when(refund(NEXT, null, "broken"))
                .expectEvents(requested(NEXT, PRICE, "broken", RefundVia.REVERSAL, RECEIPT, null));
    }

    @Test
    void a_refund_that_was_sent_is_neither_revised_nor_withdrawn() {
        given(and(paid(), part(), begun()))
                .when(new ReviseRefund(PAYMENT, ASKED, "late", null))
                .expectNoEvents()
                .expectException(rejection("refund_in_progress"));
        given(and(paid(), part(), begun()))
                .when(new WithdrawRefund(PAYMENT, ASKED, null))
                .expectNoEvents()
                .expectException(rejection("refund_in_progress"));
    }

    private static TestExecutor<Payment> given(List<PaymentEvent> before) {
        return new AggregateTestFixture<>(Payment.class).given(before);
    }

    private static RequestRefund refund(RefundId id, @Nullable Money amount, String reason) {
        return new RequestRefund(PAYMENT, id, amount, reason, NOW);
    }

    private static RefundRequested part() {
        return requested(ASKED, kes(500), "broken", RefundVia.B2C, null, PHONE);
    }

    private static RefundBegun begun() {
        return new RefundBegun(PAYMENT, ORDER, ASKED);
    }

    private static RefundSucceeded succeeded() {
        return new RefundSucceeded(PAYMENT, ORDER, ASKED, kes(500), "SKR1", null);
    }

    private static RefundRequested requested(
            RefundId id,
            Money amount,
            String reason,
            RefundVia via,
            @Nullable String receipt,
            @Nullable Personal phone) {
        return new RefundRequested(PAYMENT, ORDER, id, amount, reason, via, receipt, phone, null);
    }
}
