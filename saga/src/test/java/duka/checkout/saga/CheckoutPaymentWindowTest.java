package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.FIRST;
import static duka.checkout.saga.SaleFixtures.ORDER;
import static duka.checkout.saga.SaleFixtures.PAYMENT;
import static duka.checkout.saga.SaleFixtures.PAY_BY;
import static duka.checkout.saga.SaleFixtures.SECOND;
import static duka.checkout.saga.SaleFixtures.TOTAL;
import static duka.checkout.saga.SaleFixtures.attemptFailed;
import static duka.checkout.saga.SaleFixtures.attemptStarted;
import static duka.checkout.saga.SaleFixtures.disputed;
import static duka.checkout.saga.SaleFixtures.excessRequested;
import static duka.checkout.saga.SaleFixtures.moneyReported;
import static duka.checkout.saga.SaleFixtures.placed;
import static duka.checkout.saga.SaleFixtures.settled;
import static duka.checkout.saga.SaleInTest.cancelUnpaid;
import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.api.CheckoutEvent.PaymentGraceEnded;
import duka.checkout.api.CheckoutEvent.PaymentWindowClosed;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentEvent.ProviderMoneyDeclined;
import duka.payment.api.PaymentEvent.ProviderMoneyDisputed;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.PushUnanswered;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.RefundId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.saga.ContinuedGivenState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second row: the money was asked for, and time goes by. */
class CheckoutPaymentWindowTest {

    private static final PaymentWindowClosed CLOSED = new PaymentWindowClosed(ORDER);
    private static final PaymentGraceEnded GRACE_ENDED = new PaymentGraceEnded(ORDER);

    private final SaleInTest sale = new SaleInTest();

    @Test
    void nobody_tried_to_pay_so_the_order_is_cancelled() {
        awaiting().whenPublishingA(CLOSED).expectActiveSagas(1).expectDispatchedCommands(cancelUnpaid());
    }

    static Stream<PaymentEvent> ends_of_an_attempt() {
        return Stream.of(
                attemptFailed(FIRST),
                new PushRefused(PAYMENT, ORDER, FIRST, "500.001.1001", "Unable to lock subscriber"),
                new AttemptExpired(PAYMENT, ORDER, FIRST),
                new PaymentVoided(PAYMENT, ORDER));
    }

    @ParameterizedTest
    @MethodSource("ends_of_an_attempt")
    void an_attempt_that_ended_within_the_window_leaves_the_order_payable(PaymentEvent ended) {
        awaiting()
                .andThenAPublished(attemptStarted(FIRST))
                .whenPublishingA(ended)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @ParameterizedTest
    @MethodSource("ends_of_an_attempt")
    void an_attempt_that_ended_holds_nothing(PaymentEvent ended) {
        awaiting()
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(ended)
                .whenPublishingA(CLOSED)
                .expectDispatchedCommands(cancelUnpaid());
    }

    @Test
    void a_prompt_on_a_phone_holds_the_window_three_minutes_more() throws Exception {
        awaiting()
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(new PushUnanswered(PAYMENT, ORDER, FIRST))
                .andThenTimeAdvancesTo(PAY_BY)
                .whenPublishingA(CLOSED)
                .expectNoDispatchedCommands();
        assertThat(sale.deadlines.pending()).containsEntry(SaleClock.PAYMENT_GRACE, PAY_BY.plus(Duration.ofMinutes(3)));
    }

    @Test
    void and_no_longer() {
        held().whenPublishingA(GRACE_ENDED).expectDispatchedCommands(cancelUnpaid());
    }

    @ParameterizedTest
    @MethodSource("ends_of_an_attempt")
    void once_the_last_prompt_ends_in_the_held_window_nothing_is_waited_for(PaymentEvent ended) {
        held().whenPublishingA(ended).expectDispatchedCommands(cancelUnpaid());
    }

    @Test
    void one_of_two_prompts_goes_on_holding_it() {
        awaiting()
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(attemptStarted(SECOND))
                .andThenAPublished(CLOSED)
                .whenPublishingA(attemptFailed(FIRST))
                .expectNoDispatchedCommands();
    }

    @Test
    void money_that_is_not_confirmed_yet_holds_the_order_beyond_every_clock() {
        awaiting()
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(moneyReported(FIRST))
                .whenPublishingA(CLOSED)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
        assertThat(sale.deadlines.pending()).doesNotContainKey(SaleClock.PAYMENT_GRACE);
    }

    @Test
    void so_does_money_that_is_reported_while_the_last_prompt_is_held() {
        held().andThenAPublished(moneyReported(FIRST))
                .whenPublishingA(GRACE_ENDED)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void so_does_a_dispute() {
        awaiting()
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(disputed(FIRST))
                .whenPublishingA(CLOSED)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void another_providers_doubtful_money_holds_the_order_until_staff_decline_it() {
        var doubted = new ProviderMoneyDisputed(PAYMENT, ORDER, "amount_differs", TOTAL, "ch_1");
        awaiting()
                .andThenAPublished(doubted)
                .andThenAPublished(CLOSED)
                .whenPublishingA(new ProviderMoneyDeclined(PAYMENT, ORDER, "ch_1", "not ours"))
                .expectDispatchedCommands(cancelUnpaid());
        awaiting().andThenAPublished(doubted).whenPublishingA(CLOSED).expectNoDispatchedCommands();
    }

    @Test
    void a_verdict_against_it_cancels_the_order() {
        underReview().whenPublishingA(attemptFailed(FIRST)).expectDispatchedCommands(cancelUnpaid());
    }

    @Test
    void a_verdict_that_sends_it_back_cancels_the_order() {
        underReview()
                .whenPublishingA(excessRequested(RefundId.of(PAYMENT, "disputed"), FIRST))
                .expectDispatchedCommands(cancelUnpaid());
    }

    @Test
    void a_verdict_about_another_attempt_changes_nothing() {
        underReview()
                .whenPublishingA(new SecondPaymentReceived(PAYMENT, ORDER, SECOND, TOTAL, "SGR7ZZZZZZ"))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_verdict_for_it_sells() {
        underReview()
                .whenPublishingA(settled())
                .expectDispatchedCommands(
                        SaleInTest.confirm(),
                        SaleInTest.commit(SaleFixtures.KETTLE),
                        SaleInTest.commit(SaleFixtures.MUG),
                        SaleInTest.createShipment());
        assertThat(sale.deadlines.pending()).isEqualTo(Map.of());
    }

    @Test
    void a_window_that_closes_twice_closes_once() {
        awaiting().andThenAPublished(CLOSED).whenPublishingA(CLOSED).expectNoDispatchedCommands();
    }

    @Test
    void a_held_window_that_is_told_to_close_again_is_held_on() {
        held().whenPublishingA(CLOSED).expectNoDispatchedCommands();
    }

    @Test
    void a_window_that_closes_on_a_paid_order_closes_nothing() {
        awaiting()
                .andThenAPublished(settled())
                .andThenAPublished(GRACE_ENDED)
                .whenPublishingA(CLOSED)
                .expectNoDispatchedCommands();
    }

    private ContinuedGivenState awaiting() {
        return sale.saga.givenAPublished(placed(PaymentMethod.MPESA));
    }

    private ContinuedGivenState held() {
        return awaiting().andThenAPublished(attemptStarted(FIRST)).andThenAPublished(CLOSED);
    }

    private ContinuedGivenState underReview() {
        return awaiting()
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(disputed(FIRST))
                .andThenAPublished(CLOSED);
    }
}
