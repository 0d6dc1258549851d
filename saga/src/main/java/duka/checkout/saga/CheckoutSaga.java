package duka.checkout.saga;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import duka.checkout.api.CheckoutEvent.CheckoutRetired;
import duka.checkout.api.CheckoutEvent.PaymentGraceEnded;
import duka.checkout.api.CheckoutEvent.PaymentWindowClosed;
import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderCompleted;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.shipping.api.ShipmentEvent;
import duka.shipping.api.ShipmentEvent.ShipmentSplit;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;

/**
 * One sale, from the placed order to the delivered and paid one, or to the last shilling given back. One event is one
 * transaction; what is neither done nor refused undoes it and comes again, under the same identities.
 *
 * <table><caption>The process</caption>
 * <tr><th>when</th><th>does</th><th>goes on by</th><th>refused by</th><th>no answer in time</th></tr>
 * <tr><td>{@code OrderPlaced}</td><td>{@code CheckOutCart}, {@code ReserveStock} per SKU</td><td>all reserved: {@code
 * AwaitPayment}, {@code RequestPayment} (cash: {@code ConfirmOrder} and on as if paid, with {@code RequestPayment} for
 * the money at the door)</td><td>any refused: {@code ReleaseReservation} of the rest, {@code RejectOrder} naming the
 * SKUs, the end</td><td>again</td></tr>
 * <tr><td>payment requested</td><td>–</td><td>{@code PaymentSettled}</td><td>an attempt failed: the order stays
 * payable</td><td>{@code PaymentWindowClosed}: {@code CancelOrder}; a prompt that is out holds it until {@code
 * PaymentGraceEnded}, money that is said to have come until a verdict</td></tr>
 * <tr><td>{@code PaymentSettled}</td><td>{@code ConfirmOrder}, {@code CommitReservation} per SKU, {@code
 * CreateShipment}</td><td>all delivered and paid: {@code CompleteOrder}</td><td>the order ended before: money after the
 * end</td><td>again</td></tr>
 * <tr><td>{@code OrderCancelled}, not confirmed</td><td>{@code ReleaseReservation} per SKU</td><td>{@code
 * CheckoutRetired}</td><td>a racing payment: the Order decided, the money goes back</td><td>again</td></tr>
 * <tr><td>{@code OrderCancelled}, confirmed</td><td>{@code Restock} per SKU, {@code CancelShipment}, and if money came
 * {@code RequestRefund}</td><td>{@code RefundSucceeded}</td><td>{@code RefundFailed}: staff</td><td>staff</td></tr>
 * <tr><td>money after the end</td><td>{@code RequestRefund}</td><td>{@code RefundSucceeded}</td><td>{@code
 * RefundFailed}: staff</td><td>staff</td></tr>
 * <tr><td>{@code ShipmentSplit}</td><td>{@code FillShipment}</td><td>–</td><td>the order ended before: {@code
 * CancelShipment}</td><td>again</td></tr>
 * <tr><td>{@code OrderCompleted}</td><td>–</td><td>the end</td><td>–</td><td>–</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup("checkout.saga")
public class CheckoutSaga {

    private static final String ORDER = "orderId";

    private @Nullable AccountId customerId;
    private OrderedGoods goods = OrderedGoods.NONE;
    private Step step = Step.NEW;
    private Attempts attempts = Attempts.NONE;
    private Till till = Till.EMPTY;
    private Parcels parcels = Parcels.NONE;

    /** Imported history was sold long ago: nothing follows from it. */
    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderPlaced placed, @Timestamp Instant at, Errands errands, SaleClock clock) {
        OrderContent content = placed.content();
        if (content.occurredAt() != null) {
            end();
        } else if (step == Step.NEW) {
            customerId = content.customerId();
            goods = OrderedGoods.of(content.lines());
            errands.emptyCart(content, placed.orderId());
            List<Sku> missing = errands.reserveAllOrNothing(placed.orderId(), goods);
            if (missing.isEmpty()) {
                askForMoney(placed.orderId(), content, at, errands, clock);
            } else {
                errands.reject(placed.orderId(), missing);
                end();
            }
        }
    }

    /** Whatever else turns a payment; the events that go further have a method below. */
    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentEvent.Turn event, Errands errands) {
        remember(event);
        if (step == Step.UNDER_REVIEW || (step == Step.LAST_PROMPT && !attempts.somebodyMayStillAnswer())) {
            endTheWait(event.orderId(), errands);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentWindowClosed closed, @Timestamp Instant at, Errands errands, SaleClock clock) {
        if (step == Step.AWAITING_PAYMENT && attempts.somebodyMayStillAnswer()) {
            step = Step.LAST_PROMPT;
            clock.grantGrace(closed.orderId(), at);
        } else if (step == Step.AWAITING_PAYMENT) {
            endTheWait(closed.orderId(), errands);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentGraceEnded ended, Errands errands) {
        if (step == Step.LAST_PROMPT) {
            endTheWait(ended.orderId(), errands);
        }
    }

    /** Starts a checkout anew when none waits any more: money that comes after everything still goes back. */
    @StartSaga
    @SagaEventHandler(associationProperty = ORDER)
    void on(PaymentSettled settled, @Timestamp Instant at, Errands errands, SaleClock clock) {
        boolean nobodyWaited = step == Step.NEW;
        remember(settled);
        if (settled.occurredAt() != null) {
            forgetIf(nobodyWaited);
        } else if (step == Step.CONFIRMED) {
            finishIfDone(settled.orderId(), errands);
        } else if (step.isOver() || !errands.confirm(settled.orderId())) {
            giveMoneyBack(settled.orderId(), at, errands);
        } else if (nobodyWaited) {
            end();
        } else {
            clock.stopWaitingForMoney(settled.orderId());
            deliver(settled.orderId(), errands);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderCancelled cancelled, @Timestamp Instant at, Errands errands, SaleClock clock) {
        OrderId order = cancelled.orderId();
        if (cancelled.confirmed()) {
            errands.takeBack(order, goods);
            errands.cancelShipments(parcels.ids(), at);
        } else {
            errands.release(order, goods);
        }
        clock.retire(order, at);
        if (till.isEven()) {
            step = Step.ENDED;
        } else {
            giveMoneyBack(order, at, errands);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(RefundSucceeded refunded, Errands errands, SaleClock clock) {
        remember(refunded);
        if (step.isOver() && till.isEven()) {
            clock.forget(refunded.orderId());
            end();
        }
        finishIfDone(refunded.orderId(), errands);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(RefundFailed failed) {
        leaveWhatIsOwedToStaff();
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(RefundWithdrawn withdrawn) {
        leaveWhatIsOwedToStaff();
    }

    /** Money that is still on its way back, or waits for staff, is never forgotten. */
    @SagaEventHandler(associationProperty = ORDER)
    void on(CheckoutRetired retired) {
        forgetIf(step == Step.ENDED);
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(ShipmentEvent event, Errands errands) {
        parcels = parcels.after(event);
        finishIfDone(event.orderId(), errands);
    }

    /** Goods that left one parcel are in another before anything else happens to them. */
    @SagaEventHandler(associationProperty = ORDER)
    void on(ShipmentSplit split, @Timestamp Instant at, Errands errands) {
        parcels = parcels.after(split);
        errands.fillShipment(split);
        if (step.isOver()) {
            errands.cancelShipments(List.of(split.into()), at);
        }
    }

    @SagaEventHandler(associationProperty = ORDER)
    void on(OrderCompleted completed) {
        end();
    }

    private void remember(PaymentEvent.Turn event) {
        attempts = attempts.after(event);
        till = till.after(event);
    }

    private void askForMoney(OrderId order, OrderContent content, Instant at, Errands errands, SaleClock clock) {
        Instant payBy = clock.payBy(at);
        if (content.paymentMethod() != PaymentMethod.CASH_ON_DELIVERY) {
            errands.awaitPayment(order, payBy);
            errands.requestPayment(order, content, payBy, at);
            clock.openWindow(order, payBy);
            step = Step.AWAITING_PAYMENT;
        } else if (errands.confirm(order)) {
            errands.requestPayment(order, content, payBy, at);
            deliver(order, errands);
        } else {
            step = Step.CANCELLING;
        }
    }

    private void deliver(OrderId order, Errands errands) {
        errands.sell(order, goods);
        errands.createShipment(order, customerId, goods);
        step = Step.CONFIRMED;
    }

    /** Whoever is said to have paid keeps the order, and its stock, until that is decided. */
    private void endTheWait(OrderId order, Errands errands) {
        if (attempts.somebodySaysItIsPaid()) {
            step = Step.UNDER_REVIEW;
        } else {
            step = Step.CANCELLING;
            errands.cancelUnpaid(order);
        }
    }

    private void leaveWhatIsOwedToStaff() {
        if (step.isOver() && !till.isEven()) {
            step = Step.REFUND_BY_STAFF;
        }
    }

    private void giveMoneyBack(OrderId order, Instant at, Errands errands) {
        if (step != Step.REFUND_BY_STAFF) {
            step = errands.refundAll(order, at) ? Step.REFUNDING : Step.REFUND_BY_STAFF;
        }
    }

    private void finishIfDone(OrderId order, Errands errands) {
        if (step == Step.CONFIRMED && till.wasPaid() && parcels.allDelivered()) {
            errands.complete(order);
        }
        forgetIf(step == Step.CONFIRMED && till.isEven() && parcels.allCameBack());
    }

    private static void forgetIf(boolean over) {
        if (over) {
            end();
        }
    }
}
