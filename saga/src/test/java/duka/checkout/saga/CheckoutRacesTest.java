package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.FIRST;
import static duka.checkout.saga.SaleFixtures.KETTLE;
import static duka.checkout.saga.SaleFixtures.MUG;
import static duka.checkout.saga.SaleFixtures.ORDER;
import static duka.checkout.saga.SaleFixtures.REFUND;
import static duka.checkout.saga.SaleFixtures.TOTAL;
import static duka.checkout.saga.SaleFixtures.attemptFailed;
import static duka.checkout.saga.SaleFixtures.attemptStarted;
import static duka.checkout.saga.SaleFixtures.cancelled;
import static duka.checkout.saga.SaleFixtures.moneyReported;
import static duka.checkout.saga.SaleFixtures.placed;
import static duka.checkout.saga.SaleFixtures.refundFailed;
import static duka.checkout.saga.SaleFixtures.refunded;
import static duka.checkout.saga.SaleFixtures.settled;
import static duka.checkout.saga.SaleInTest.confirm;
import static duka.checkout.saga.SaleInTest.refundAll;
import static duka.checkout.saga.SaleInTest.release;
import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.api.CheckoutEvent.CheckoutRetired;
import duka.checkout.api.CheckoutEvent.PaymentWindowClosed;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.ordering.api.PaymentMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two of them at once. The order decides who was first, and the events say it. */
class CheckoutRacesTest {

    private static final OrderCancelled TIMED_OUT =
            new OrderCancelled(ORDER, CancellationReason.NOT_PAID_IN_TIME, false);

    private final SaleInTest sale = new SaleInTest();

    @Test
    void a_cancellation_that_overtook_the_payment_sends_the_money_back_and_sells_nothing() {
        sale.withEndedOrder();
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .whenPublishingA(settled())
                .expectDispatchedCommands(confirm(), refundAll(sale.saga.currentTime()));
    }

    @Test
    void its_own_event_then_frees_the_stock_and_asks_for_the_same_refund() {
        sale.withEndedOrder();
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(settled())
                .whenPublishingA(cancelled())
                .expectActiveSagas(1)
                .expectDispatchedCommands(release(KETTLE), release(MUG), refundAll(sale.saga.currentTime()));
    }

    @Test
    void the_order_that_ran_out_of_time_gives_late_money_back() {
        sale.withEndedOrder();
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(new PaymentWindowClosed(ORDER))
                .whenPublishingA(settled())
                .expectDispatchedCommands(confirm(), refundAll(sale.saga.currentTime()));
    }

    @Test
    void its_cancellation_then_frees_the_stock() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(new PaymentWindowClosed(ORDER))
                .whenPublishingA(TIMED_OUT)
                .expectDispatchedCommands(release(KETTLE), release(MUG));
    }

    @Test
    void an_attempt_that_ends_after_the_cancellation_was_asked_for_asks_for_nothing() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(new PaymentWindowClosed(ORDER))
                .andThenAPublished(attemptStarted(FIRST))
                .whenPublishingA(attemptFailed(FIRST))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_failure_after_the_success_undoes_nothing() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(moneyReported(FIRST))
                .andThenAPublished(settled())
                .whenPublishingA(attemptFailed(FIRST))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void money_for_a_rejected_order_goes_back() {
        sale.withTooFewOf(MUG).withEndedOrder();
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(new OrderRejected(ORDER, "insufficient_stock", List.of(MUG)))
                .whenPublishingA(settled())
                .expectActiveSagas(1)
                .expectDispatchedCommands(confirm(), refundAll(sale.saga.currentTime()));
    }

    @Test
    void a_payment_told_twice_after_its_refund_failed_leaves_it_to_staff() {
        sale.withEndedOrder();
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(cancelled())
                .andThenAPublished(settled())
                .andThenAPublished(refundFailed(REFUND))
                .whenPublishingA(settled())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_refund_told_before_the_retirement_leaves_nothing_to_retire() {
        sale.withEndedOrder();
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(cancelled())
                .andThenAPublished(settled())
                .andThenAPublished(refunded(REFUND, TOTAL))
                .whenPublishingA(new CheckoutRetired(ORDER))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
        assertThat(sale.deadlines.pending()).isEmpty();
    }
}
