package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.FIRST;
import static duka.checkout.saga.SaleFixtures.KETTLE;
import static duka.checkout.saga.SaleFixtures.MUG;
import static duka.checkout.saga.SaleFixtures.ORDER;
import static duka.checkout.saga.SaleFixtures.PARCEL;
import static duka.checkout.saga.SaleFixtures.PAYMENT;
import static duka.checkout.saga.SaleFixtures.PLACED_AT;
import static duka.checkout.saga.SaleFixtures.REFUND;
import static duka.checkout.saga.SaleFixtures.SECOND;
import static duka.checkout.saga.SaleFixtures.TOTAL;
import static duka.checkout.saga.SaleFixtures.attemptStarted;
import static duka.checkout.saga.SaleFixtures.cancelled;
import static duka.checkout.saga.SaleFixtures.cancelledAfterConfirmation;
import static duka.checkout.saga.SaleFixtures.excessRequested;
import static duka.checkout.saga.SaleFixtures.placed;
import static duka.checkout.saga.SaleFixtures.refundFailed;
import static duka.checkout.saga.SaleFixtures.refunded;
import static duka.checkout.saga.SaleFixtures.settled;
import static duka.checkout.saga.SaleFixtures.shillings;
import static duka.checkout.saga.SaleFixtures.shipmentCreated;
import static duka.checkout.saga.SaleInTest.confirm;
import static duka.checkout.saga.SaleInTest.refundAll;
import static duka.checkout.saga.SaleInTest.release;
import static duka.checkout.saga.SaleInTest.restock;
import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.api.CheckoutEvent.CheckoutRetired;
import duka.checkout.api.CheckoutEvent.PaymentWindowClosed;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.RefundId;
import duka.shipping.api.ShipmentCommand.CancelShipment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.saga.ContinuedGivenState;
import org.junit.jupiter.api.Test;

/** The rows of cancellation, and of money that comes after the end. */
class CheckoutEndTest {

    private static final CheckoutRetired RETIRED = new CheckoutRetired(ORDER);

    private final SaleInTest sale = new SaleInTest();

    @Test
    void an_unpaid_cancellation_frees_the_stock_and_waits_three_days_for_stray_money() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .whenPublishingA(cancelled())
                .expectActiveSagas(1)
                .expectDispatchedCommands(release(KETTLE), release(MUG));
        assertThat(sale.deadlines.pending())
                .isEqualTo(Map.of(SaleClock.RETIREMENT, PLACED_AT.plus(Duration.ofHours(72))));
    }

    @Test
    void and_then_forgets_it() {
        ended().whenPublishingA(RETIRED).expectActiveSagas(0).expectNoDispatchedCommands();
    }

    @Test
    void a_time_to_pay_that_runs_out_afterwards_changes_nothing() {
        ended().whenPublishingA(new PaymentWindowClosed(ORDER)).expectNoDispatchedCommands();
    }

    @Test
    void money_after_the_end_goes_back() {
        ended().whenPublishingA(settled()).expectActiveSagas(1).expectDispatchedCommands(refundAll(now()));
    }

    @Test
    void cash_that_is_settled_after_the_cancellation_goes_back_and_sells_nothing_again() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.CASH_ON_DELIVERY))
                .andThenAPublished(shipmentCreated(PARCEL))
                .andThenAPublished(cancelledAfterConfirmation())
                .whenPublishingA(settled())
                .expectActiveSagas(1)
                .expectDispatchedCommands(refundAll(now()));
    }

    @Test
    void money_after_everything_goes_back_too() {
        sale.withEndedOrder();
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(settled())
                .expectActiveSagas(1)
                .expectDispatchedCommands(confirm(), refundAll(now()));
    }

    @Test
    void a_payment_of_a_finished_sale_told_again_starts_nothing() {
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(settled())
                .expectActiveSagas(0)
                .expectDispatchedCommands(confirm());
    }

    @Test
    void an_imported_payment_starts_nothing() {
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(
                        new PaymentSettled(PAYMENT, ORDER, null, TOTAL, null, Instant.parse("2011-01-04T10:00:00Z")))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_paid_cancellation_takes_the_goods_back_and_returns_the_money() {
        paid().whenPublishingA(cancelledAfterConfirmation())
                .expectActiveSagas(1)
                .expectDispatchedCommands(
                        restock(KETTLE), restock(MUG), new CancelShipment(PARCEL, now()), refundAll(now()));
    }

    @Test
    void a_cancelled_cash_order_has_no_money_to_return() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.CASH_ON_DELIVERY))
                .andThenAPublished(shipmentCreated(PARCEL))
                .whenPublishingA(cancelledAfterConfirmation())
                .expectActiveSagas(1)
                .expectDispatchedCommands(restock(KETTLE), restock(MUG), new CancelShipment(PARCEL, now()));
    }

    @Test
    void the_refund_ends_it() {
        refunding().whenPublishingA(refunded(REFUND, TOTAL)).expectActiveSagas(0);
        assertThat(sale.deadlines.pending()).isEmpty();
    }

    @Test
    void money_on_its_way_back_is_not_forgotten_after_three_days() {
        refunding().whenPublishingA(RETIRED).expectActiveSagas(1);
    }

    @Test
    void what_was_refunded_before_the_cancellation_counts() {
        RefundId earlier = RefundId.of(PAYMENT, "damaged");
        paid().andThenAPublished(refunded(earlier, shillings(300)))
                .andThenAPublished(cancelledAfterConfirmation())
                .whenPublishingA(refunded(REFUND, shillings(1200)))
                .expectActiveSagas(0);
    }

    @Test
    void a_refund_that_is_told_twice_is_counted_once() {
        RefundId earlier = RefundId.of(PAYMENT, "damaged");
        paid().andThenAPublished(refunded(earlier, shillings(750)))
                .andThenAPublished(cancelledAfterConfirmation())
                .whenPublishingA(refunded(earlier, shillings(750)))
                .expectActiveSagas(1);
    }

    @Test
    void the_refund_of_a_second_payment_is_not_the_refund_of_the_order() {
        RefundId excess = RefundId.of(PAYMENT, "excess");
        paid().andThenAPublished(new SecondPaymentReceived(PAYMENT, ORDER, SECOND, TOTAL, "SGR7ZZZZZZ"))
                .andThenAPublished(excessRequested(excess, SECOND))
                .andThenAPublished(cancelledAfterConfirmation())
                .whenPublishingA(refunded(excess, TOTAL))
                .expectActiveSagas(1);
    }

    @Test
    void a_failed_refund_stays_for_staff_whatever_the_clock_says() {
        refunding()
                .andThenAPublished(refundFailed(REFUND))
                .whenPublishingA(RETIRED)
                .expectActiveSagas(1);
    }

    @Test
    void a_withdrawn_refund_stays_for_staff_too() {
        refunding()
                .andThenAPublished(new RefundWithdrawn(PAYMENT, ORDER, REFUND))
                .whenPublishingA(RETIRED)
                .expectActiveSagas(1);
    }

    @Test
    void what_staff_send_back_ends_it() {
        refunding()
                .andThenAPublished(refundFailed(REFUND))
                .whenPublishingA(refunded(RefundId.of(PAYMENT, "by_hand"), TOTAL))
                .expectActiveSagas(0);
    }

    @Test
    void a_refund_that_cannot_be_asked_for_stays_for_staff() {
        sale.refusing(refundAll(PLACED_AT), "refund_below_minimum");
        paid().andThenAPublished(cancelledAfterConfirmation())
                .whenPublishingA(RETIRED)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_cancellation_told_twice_asks_for_the_same_again() {
        refunding()
                .whenPublishingA(cancelledAfterConfirmation())
                .expectActiveSagas(1)
                .expectDispatchedCommands(
                        restock(KETTLE), restock(MUG), new CancelShipment(PARCEL, now()), refundAll(now()));
    }

    @Test
    void a_failed_refund_of_a_living_order_is_not_the_checkouts_matter() {
        paid().andThenAPublished(refundFailed(RefundId.of(PAYMENT, "damaged")))
                .whenPublishingA(cancelledAfterConfirmation())
                .expectDispatchedCommands(
                        restock(KETTLE), restock(MUG), new CancelShipment(PARCEL, now()), refundAll(now()));
    }

    private ContinuedGivenState ended() {
        return sale.saga.givenAPublished(placed(PaymentMethod.MPESA)).andThenAPublished(cancelled());
    }

    private ContinuedGivenState paid() {
        return sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(attemptStarted(FIRST))
                .andThenAPublished(settled())
                .andThenAPublished(shipmentCreated(PARCEL));
    }

    private ContinuedGivenState refunding() {
        return paid().andThenAPublished(cancelledAfterConfirmation());
    }

    private Instant now() {
        return sale.saga.currentTime();
    }
}
