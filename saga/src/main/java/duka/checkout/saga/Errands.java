package duka.checkout.saga;

import duka.cart.api.CartCommand.CheckOutCart;
import duka.checkout.saga.OrderedGoods.Line;
import duka.identity.api.AccountId;
import duka.inventory.api.ReservationAnswer.Reserved;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand.CommitReservation;
import duka.inventory.api.StockCommand.ReleaseReservation;
import duka.inventory.api.StockCommand.ReserveStock;
import duka.inventory.api.StockCommand.Restock;
import duka.inventory.api.StockItemId;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.api.Refusal;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderCommand.AwaitPayment;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderCommand.CompleteOrder;
import duka.ordering.api.OrderCommand.ConfirmOrder;
import duka.ordering.api.OrderCommand.Confirmation;
import duka.ordering.api.OrderCommand.RejectOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentCommand.RequestPayment;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.shipping.api.ShipmentCommand.CancelShipment;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import duka.shipping.api.ShipmentCommand.FillShipment;
import duka.shipping.api.ShipmentEvent.ShipmentSplit;
import duka.shipping.api.ShipmentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the checkout asks of others, one method per row of its table, each with its outcomes. Every identity derives from
 * the order's, so a repeat lands on the same thing. What is neither done nor refused is unknown: it leaves as an
 * exception, undoes the transaction of the event, and is asked again under the same identity.
 */
@Component
final class Errands {

    private static final long PATIENCE_SECONDS = 10;
    private static final String ORDER_CANCELLED = "order_cancelled";
    private static final String INSUFFICIENT_STOCK = "insufficient_stock";
    private static final Set<String> NOTHING_TO_REFUND_HERE = Set.of("refund_exceeds_payment", "refund_below_minimum");

    private final CommandGateway commands;

    Errands(CommandGateway commands) {
        this.commands = commands;
    }

    /** Done; a cart that is not there holds nothing that could be taken out. */
    void emptyCart(OrderContent content, OrderId order) {
        askUnlessRefused(new CheckOutCart(content.cartId(), order), Set.of(Rejection.NOT_FOUND));
    }

    /**
     * Done: all of it is held. Refused: the rest is free again.
     *
     * @return what could not be had: too few of it, or nobody counts it
     */
    List<Sku> reserveAllOrNothing(OrderId order, OrderedGoods goods) {
        var asked = goods.lines().stream().collect(Collectors.partitioningBy(line -> reserve(order, line)));
        List<Line> missing = asked.getOrDefault(false, List.of());
        if (!missing.isEmpty()) {
            release(order, asked.getOrDefault(true, List.of()));
        }
        return missing.stream().map(Line::sku).toList();
    }

    void release(OrderId order, OrderedGoods goods) {
        release(order, goods.lines());
    }

    void sell(OrderId order, OrderedGoods goods) {
        goods.lines()
                .forEach(line -> tell(
                        new CommitReservation(StockItemId.of(line.sku()), ReservationId.of(order, line.sku()), order)));
    }

    void takeBack(OrderId order, OrderedGoods goods) {
        goods.lines()
                .forEach(line -> tell(new Restock(
                        StockItemId.of(line.sku()), ReservationId.of(order, line.sku()), order, line.quantity())));
    }

    void reject(OrderId order, List<Sku> skus) {
        tell(new RejectOrder(order, INSUFFICIENT_STOCK, skus));
    }

    void awaitPayment(OrderId order, Instant payBy) {
        tell(new AwaitPayment(order, payBy));
    }

    /** With M-Pesa and a phone the prompt follows by itself; other money is settled by whoever takes it. */
    void requestPayment(OrderId order, OrderContent content, Instant payBy, Instant at) {
        tell(new RequestPayment(
                PaymentId.of(order),
                order,
                content.customerId(),
                content.total(),
                content.paymentMethod(),
                content.number().accountReference(),
                payBy,
                content.paymentMethod() == PaymentMethod.MPESA ? content.phone() : null,
                at));
    }

    /** Done: confirmed. Refused: the order ended before. */
    boolean confirm(OrderId order) {
        return ask(new ConfirmOrder(order)) == Confirmation.CONFIRMED;
    }

    void createShipment(OrderId order, @Nullable AccountId customer, OrderedGoods goods) {
        tell(new CreateShipment(ShipmentId.of(order, 1), order, customer, goods.items()));
    }

    /** Done, also if whoever split the other parcel was quicker. */
    void fillShipment(ShipmentSplit split) {
        tell(new FillShipment(split.into(), split.orderId(), split.customerId(), split.shipmentId(), split.items()));
    }

    /** Silent for an order that is confirmed or ended by now: its own event says what became of it. */
    void cancelUnpaid(OrderId order) {
        tell(new CancelOrder(order, CancellationReason.NOT_PAID_IN_TIME));
    }

    void cancelShipments(List<ShipmentId> shipments, Instant at) {
        shipments.forEach(shipment -> tell(new CancelShipment(shipment, at)));
    }

    /** Done: all that is left goes back. Refused: it cannot be sent from here, so staff see to it. */
    boolean refundAll(OrderId order, Instant at) {
        PaymentId payment = PaymentId.of(order);
        return askUnlessRefused(
                new RequestRefund(payment, RefundId.of(payment, ORDER_CANCELLED), null, ORDER_CANCELLED, at),
                NOTHING_TO_REFUND_HERE);
    }

    void complete(OrderId order) {
        tell(new CompleteOrder(order));
    }

    private boolean reserve(OrderId order, Line line) {
        var command = new ReserveStock(
                StockItemId.of(line.sku()), ReservationId.of(order, line.sku()), order, line.quantity());
        try {
            return ask(command) instanceof Reserved;
        } catch (RuntimeException failure) {
            if (isRefusal(failure, Set.of(Rejection.NOT_FOUND))) {
                return false;
            }
            throw failure;
        }
    }

    private void release(OrderId order, List<Line> lines) {
        lines.forEach(line ->
                tell(new ReleaseReservation(StockItemId.of(line.sku()), ReservationId.of(order, line.sku()), order)));
    }

    private boolean askUnlessRefused(Object command, Set<String> refusals) {
        try {
            tell(command);
            return true;
        } catch (RuntimeException failure) {
            if (isRefusal(failure, refusals)) {
                return false;
            }
            throw failure;
        }
    }

    private void tell(Object command) {
        var unused = ask(command);
    }

    private @Nullable Object ask(Object command) {
        return commands.sendAndWait(command, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean isRefusal(RuntimeException failure, Set<String> codes) {
        return Refusal.in(failure)
                .filter(refusal -> codes.contains(refusal.code()))
                .isPresent();
    }
}
