package duka.payment.command;

import static duka.payment.command.PaymentFixtures.*;

import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentCommand.AnnotatePayment;
import duka.payment.api.PaymentCommand.BeginPush;
import duka.payment.api.PaymentCommand.ExpireAttempt;
import duka.payment.api.PaymentCommand.GiveUpAttempt;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordPushAccepted;
import duka.payment.api.PaymentCommand.RecordPushRefused;
import duka.payment.api.PaymentCommand.RecordPushUnanswered;
import duka.payment.api.PaymentCommand.RequestPayment;
import duka.payment.api.PaymentCommand.SettlePayment;
import duka.payment.api.PaymentCommand.StartAttempt;
import duka.payment.api.PaymentCommand.VoidPayment;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.PaymentAnnotated;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentEvent.PushBegun;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.PushUnanswered;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a payment begins, who is prompted, and that nobody is prompted twice. */
class PromptTest {

    private AggregateTestFixture<Payment> payment;

    @BeforeEach
    void newPayment() {
        payment = new AggregateTestFixture<>(Payment.class);
    }

    @Test
    void a_payment_with_a_phone_begins_its_first_attempt_at_once() {
        payment.givenNoPriorActivity()
                .when(request(PaymentMethod.MPESA))
                .expectEvents(requested(PaymentMethod.MPESA), started(1));
    }

    @Test
    void cash_is_asked_for_without_a_prompt() {
        payment.givenNoPriorActivity()
                .when(request(PaymentMethod.CASH_ON_DELIVERY))
                .expectEvents(requested(PaymentMethod.CASH_ON_DELIVERY));
    }

    @Test
    void a_repeated_request_is_silence_and_another_one_is_refused() {
        payment.given(created())
                .when(request(PaymentMethod.MPESA))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        payment = new AggregateTestFixture<>(Payment.class);
        payment.given(created())
                .when(request(PaymentMethod.EXTERNAL))
                .expectNoEvents()
                .expectException(rejection("id_taken"));
    }

    @Test
    void an_attempt_that_began_already_does_not_begin_again() {
        payment.given(pending()).when(start(1, NOW)).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void no_second_prompt_while_the_first_is_younger_than_ninety_seconds() {
        payment.given(pending())
                .when(start(2, NOW.plusSeconds(89)))
                .expectNoEvents()
                .expectException(rejection("payment_in_progress"));
    }

    @Test
    void after_ninety_seconds_without_an_answer_another_attempt_may_begin() {
        Instant later = NOW.plusSeconds(90);
        payment.given(pending())
                .when(start(2, later))
                .expectEvents(new AttemptStarted(PAYMENT, ORDER, SECOND, 2, PHONE, PRICE, "D12345678", later));
    }

    @Test
    void after_a_failure_another_attempt_may_begin_at_once() {
        Instant later = NOW.plusSeconds(5);
        payment.given(and(pending(), new AttemptFailed(PAYMENT, ORDER, FIRST, "1032", "cancelled")))
                .when(start(2, later))
                .expectEvents(new AttemptStarted(PAYMENT, ORDER, SECOND, 2, PHONE, PRICE, "D12345678", later));
    }

    @Test
    void nobody_is_prompted_while_money_is_being_verified() {
        payment.given(unverified())
                .when(start(2, NOW.plusSeconds(200)))
                .expectNoEvents()
                .expectException(rejection("payment_in_progress"));
    }

    @Test
    void nobody_is_prompted_for_a_settled_payment() {
        payment.given(paid())
                .when(start(2, NOW.plusSeconds(200)))
                .expectNoEvents()
                .expectException(rejection("order_not_payable"));
    }

    @Test
    void nobody_is_prompted_for_a_voided_payment() {
        payment.given(requested(PaymentMethod.MPESA), new PaymentVoided(PAYMENT, ORDER))
                .when(start(1, NOW))
                .expectNoEvents()
                .expectException(rejection("order_not_payable"));
    }

    @Test
    void nobody_is_prompted_in_the_last_three_minutes() {
        payment.given(requested(PaymentMethod.MPESA))
                .when(start(1, PAY_BY.minusSeconds(180)))
                .expectNoEvents()
                .expectException(rejection("order_not_payable"));
    }

    @Test
    void a_push_begins_once() {
        payment.given(created())
                .when(new BeginPush(PAYMENT, FIRST, NOW))
                .expectEvents(new PushBegun(PAYMENT, ORDER, FIRST))
                .expectResultMessagePayload(Leave.GO);
    }

    @Test
    void a_push_that_was_begun_before_is_not_called_again() {
        payment.given(sending())
                .when(new BeginPush(PAYMENT, FIRST, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.BEGUN_BEFORE);
    }

    @Test
    void a_push_that_was_answered_is_not_wanted() {
        payment.given(pending())
                .when(new BeginPush(PAYMENT, FIRST, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.NOT_WANTED);
    }

    @Test
    void a_push_for_a_voided_payment_never_leaves() {
        payment.given(and(created(), new PaymentVoided(PAYMENT, ORDER)))
                .when(new BeginPush(PAYMENT, FIRST, NOW))
                .expectEvents(new PushRefused(PAYMENT, ORDER, FIRST, "not_wanted", "No prompt is wanted any more."))
                .expectResultMessagePayload(Leave.NOT_WANTED);
    }

    @Test
    void an_accepted_push_is_pending() {
        payment.given(sending()).when(pushAccepted()).expectEvents(accepted(FIRST));
    }

    @Test
    void an_answer_that_comes_after_the_doubt_still_teaches_the_id() {
        payment.given(and(sending(), new PushUnanswered(PAYMENT, ORDER, FIRST)))
                .when(pushAccepted())
                .expectEvents(accepted(FIRST));
    }

    @Test
    void an_answer_that_comes_after_the_callback_changes_nothing() {
        payment.given(unverified()).when(pushAccepted()).expectNoEvents();
    }

    @Test
    void a_refused_push_is_rejected() {
        payment.given(sending())
                .when(new RecordPushRefused(PAYMENT, FIRST, "400.002.02", "Bad Request - Invalid PhoneNumber", NOW))
                .expectEvents(
                        new PushRefused(PAYMENT, ORDER, FIRST, "400.002.02", "Bad Request - Invalid PhoneNumber"));
    }

    @Test
    void a_push_without_an_answer_is_unknown_and_not_failed() {
        payment.given(sending())
                .when(new RecordPushUnanswered(PAYMENT, FIRST, NOW))
                .expectEvents(new PushUnanswered(PAYMENT, ORDER, FIRST));
    }

    @Test
    void a_doubt_that_comes_after_the_answer_changes_nothing() {
        payment.given(pending())
                .when(new RecordPushUnanswered(PAYMENT, FIRST, NOW))
                .expectNoEvents();
    }

    @Test
    void an_unanswered_attempt_expires_and_stays_open_for_late_money() {
        payment.given(pending())
                .when(new ExpireAttempt(PAYMENT, FIRST, NOW))
                .expectEvents(new AttemptExpired(PAYMENT, ORDER, FIRST));
    }

    /** After a backlog the time may be over while the push is under way: its prompt is out, whatever the clock says. */
    @Test
    void the_answer_to_a_push_is_kept_when_its_time_is_over() {
        payment.given(expiredWhileSent())
                .when(new RecordPushAccepted(PAYMENT, FIRST, "29115-1", checkout(FIRST), NOW))
                .expectEvents(accepted(FIRST));
        newPayment();
        payment.given(and(expiredWhileSent(), accepted(FIRST)))
                .when(new ExpireAttempt(PAYMENT, FIRST, NOW))
                .expectNoEvents();
    }

    @Test
    void a_push_that_was_cut_off_and_whose_time_is_over_is_known_to_be_unanswered() {
        payment.given(expiredWhileSent())
                .when(new BeginPush(PAYMENT, FIRST, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.BEGUN_BEFORE);
        newPayment();
        payment.given(expiredWhileSent())
                .when(new RecordPushUnanswered(PAYMENT, FIRST, NOW))
                .expectEvents(new PushUnanswered(PAYMENT, ORDER, FIRST));
        newPayment();
        payment.given(and(expiredWhileSent(), new PushUnanswered(PAYMENT, ORDER, FIRST)))
                .when(new RecordPushUnanswered(PAYMENT, FIRST, NOW))
                .expectNoEvents();
    }

    @Test
    void a_push_that_never_began_does_not_begin_when_its_time_is_over() {
        payment.given(and(created(), new AttemptExpired(PAYMENT, ORDER, FIRST)))
                .when(new BeginPush(PAYMENT, FIRST, NOW))
                .expectNoEvents()
                .expectResultMessagePayload(Leave.NOT_WANTED);
    }

    private static List<PaymentEvent> expiredWhileSent() {
        return and(sending(), new AttemptExpired(PAYMENT, ORDER, FIRST));
    }

    @Test
    void a_decided_attempt_does_not_expire() {
        payment.given(unverified()).when(new ExpireAttempt(PAYMENT, FIRST, NOW)).expectNoEvents();
    }

    @Test
    void after_two_days_staff_look_at_it() {
        payment.given(and(pending(), new AttemptExpired(PAYMENT, ORDER, FIRST)))
                .when(new GiveUpAttempt(PAYMENT, FIRST, NOW))
                .expectEvents(new AttemptDisputed(PAYMENT, ORDER, FIRST, "no_answer", null, null));
    }

    @Test
    void nobody_gives_up_what_is_paid() {
        payment.given(paid()).when(new GiveUpAttempt(PAYMENT, FIRST, NOW)).expectNoEvents();
    }

    @Test
    void a_pending_payment_is_voided_once() {
        payment.given(pending()).when(new VoidPayment(PAYMENT, NOW)).expectEvents(new PaymentVoided(PAYMENT, ORDER));
        payment = new AggregateTestFixture<>(Payment.class);
        payment.given(and(pending(), new PaymentVoided(PAYMENT, ORDER)))
                .when(new VoidPayment(PAYMENT, NOW))
                .expectNoEvents();
    }

    @Test
    void a_settled_payment_is_not_voided() {
        payment.given(paid())
                .when(new VoidPayment(PAYMENT, NOW))
                .expectNoEvents()
                .expectException(rejection("payment_settled"));
    }

    @Test
    void cash_is_settled_by_whoever_took_it() {
        payment.given(requested(PaymentMethod.CASH_ON_DELIVERY))
                .when(new SettlePayment(PAYMENT, PRICE, "R-17", "counted twice", NOW))
                .expectEvents(settled(null, "R-17"), new PaymentAnnotated(PAYMENT, ORDER, "counted twice", 2));
    }

    @Test
    void cash_that_was_settled_is_settled_once() {
        payment.given(requested(PaymentMethod.CASH_ON_DELIVERY), settled(null, "R-17"))
                .when(new SettlePayment(PAYMENT, PRICE, "R-17", null, NOW))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        payment = new AggregateTestFixture<>(Payment.class);
        payment.given(requested(PaymentMethod.CASH_ON_DELIVERY), settled(null, "R-17"))
                .when(new SettlePayment(PAYMENT, PRICE, "R-18", null, NOW))
                .expectNoEvents()
                .expectException(rejection("payment_settled"));
    }

    @Test
    void cash_of_another_amount_does_not_settle() {
        payment.given(requested(PaymentMethod.CASH_ON_DELIVERY))
                .when(new SettlePayment(PAYMENT, kes(1498), null, null, NOW))
                .expectNoEvents()
                .expectException(rejection("amount_differs"));
    }

    @Test
    void nobody_settles_mpesa_by_hand() {
        payment.given(created())
                .when(new SettlePayment(PAYMENT, PRICE, RECEIPT, null, NOW))
                .expectNoEvents()
                .expectException(rejection("settle_not_allowed"));
    }

    @Test
    void a_note_counts_as_an_edit_and_a_stale_edit_is_refused() {
        payment.given(created())
                .when(new AnnotatePayment(PAYMENT, "called her", 1L))
                .expectEvents(new PaymentAnnotated(PAYMENT, ORDER, "called her", 2));
        payment = new AggregateTestFixture<>(Payment.class);
        payment.given(and(created(), new PaymentAnnotated(PAYMENT, ORDER, "called her", 2)))
                .when(new AnnotatePayment(PAYMENT, "did not", 1L))
                .expectNoEvents()
                .expectException(rejection("version_mismatch"));
    }

    private static RequestPayment request(PaymentMethod method) {
        return new RequestPayment(PAYMENT, ORDER, null, PRICE, method, "D12345678", PAY_BY, PHONE, NOW);
    }

    private static StartAttempt start(int n, Instant at) {
        return new StartAttempt(PAYMENT, n, PHONE, at);
    }

    private static RecordPushAccepted pushAccepted() {
        return new RecordPushAccepted(PAYMENT, FIRST, "29115-1", checkout(FIRST), NOW);
    }
}
