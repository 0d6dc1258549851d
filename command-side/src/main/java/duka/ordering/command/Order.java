package duka.ordering.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.command.ExpectedVersion;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderCommand.AmendOrder;
import duka.ordering.api.OrderCommand.AwaitPayment;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderCommand.CompleteOrder;
import duka.ordering.api.OrderCommand.ConfirmOrder;
import duka.ordering.api.OrderCommand.Confirmation;
import duka.ordering.api.OrderCommand.DispatchOrder;
import duka.ordering.api.OrderCommand.ImportOrder;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderCommand.RejectOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderAmended;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderCompleted;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderDispatched;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.ordering.api.OrderEvent.PaymentAwaited;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderStatus;
import duka.ordering.api.PaymentMethod;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The word of the shop. Whether money came in time, whether a cancellation came before the parcel: where stock, payment
 * and shipment race, the order decides, and the loser is told.
 *
 * <p>It knows nothing about the person who ordered, so that an erasure leaves nothing behind here.
 */
@Aggregate(type = "ordering.Order", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Order {

    /** The most that M-Pesa moves at once, in whole shillings. */
    private static final long MPESA_LIMIT = 250_000;

    @AggregateIdentifier
    private OrderId id;

    private UUID agreed;
    private OrderStatus status;

    /** Stays true when a confirmed order is cancelled: its stock was sold and its money taken. */
    private boolean confirmed;

    private boolean dispatched;
    private long version;

    @SuppressWarnings("NullAway.Init")
    Order() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlaceOrder command) {
        OrderContent content = command.content();
        if (version > 0) {
            refuseUnlessAgreed(content);
            return;
        }
        Agreement.refuseUnlessSound(content);
        if (content.lines().stream().map(OrderLine::sku).distinct().count()
                < content.lines().size()) {
            throw new Rejection("line_duplicate", "A SKU has one line in an order.");
        }
        Money limit = Money.ofMajor(MPESA_LIMIT, content.total().currency());
        if (content.paymentMethod() == PaymentMethod.MPESA && content.total().isMoreThan(limit)) {
            throw new Rejection(
                    "amount_over_limit", "M-Pesa moves at most " + limit + ".", Map.of("limit", limit.decimal()));
        }
        apply(new OrderPlaced(command.orderId(), content));
    }

    @EventSourcingHandler
    void evolve(OrderPlaced event) {
        id = event.orderId();
        agreed = Agreement.fingerprint(event.content());
        status = OrderStatus.PLACED;
        version = 1;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ImportOrder command) {
        OrderContent content = command.content();
        if (version > 0) {
            refuseUnlessAgreed(content);
            if (status != command.end().status()) {
                throw idTaken();
            }
            return;
        }
        if (content.occurredAt() == null) {
            throw new Rejection("not_past", "Past trade says when it happened.");
        }
        Agreement.refuseUnlessSound(content);
        OrderId order = command.orderId();
        apply(new OrderPlaced(order, content));
        switch (command.end()) {
            case COMPLETED -> {
                apply(new OrderConfirmed(order));
                apply(new OrderCompleted(order));
            }
            case CALLED_OFF -> apply(new OrderCancelled(order, CancellationReason.REQUESTED, false));
            case NOT_PAID -> apply(new OrderCancelled(order, CancellationReason.NOT_PAID_IN_TIME, false));
            case OUT_OF_STOCK ->
                apply(new OrderRejected(
                        order,
                        "insufficient_stock",
                        content.lines().stream().map(OrderLine::sku).distinct().toList()));
        }
    }

    @CommandHandler
    void decide(AwaitPayment command) {
        if (status == OrderStatus.PLACED) {
            apply(new PaymentAwaited(id, command.payBy()));
        }
    }

    @EventSourcingHandler
    void evolve(PaymentAwaited event) {
        status = OrderStatus.AWAITING_PAYMENT;
    }

    /**
     * An order that was confirmed and cancelled since says that it was confirmed: what follows from its confirmation is
     * done first, and then undone by what follows from its cancellation.
     */
    @CommandHandler
    Confirmation decide(ConfirmOrder command) {
        if (isUnconfirmed()) {
            apply(new OrderConfirmed(id));
            return Confirmation.CONFIRMED;
        }
        return confirmed ? Confirmation.CONFIRMED : Confirmation.ENDED_BEFORE;
    }

    @EventSourcingHandler
    void evolve(OrderConfirmed event) {
        status = OrderStatus.CONFIRMED;
        confirmed = true;
    }

    @CommandHandler
    void decide(RejectOrder command) {
        if (isUnconfirmed()) {
            apply(new OrderRejected(id, command.code(), command.skus()));
        }
    }

    @EventSourcingHandler
    void evolve(OrderRejected event) {
        status = OrderStatus.REJECTED;
    }

    @CommandHandler
    void decide(CancelOrder command) {
        if (status.isFinal() || (confirmed && command.reason() == CancellationReason.NOT_PAID_IN_TIME)) {
            return;
        }
        refuseIfShipped();
        apply(new OrderCancelled(id, command.reason(), confirmed));
    }

    @EventSourcingHandler
    void evolve(OrderCancelled event) {
        status = OrderStatus.CANCELLED;
    }

    /** A repeat is a new edit: what it could be compared with is personal and not kept here. */
    @CommandHandler
    void decide(AmendOrder command) {
        ExpectedVersion.require(command.expectedVersion(), version);
        refuseIfShipped();
        if (status.isFinal()) {
            throw new Rejection("order_ended", "The order has ended.");
        }
        apply(new OrderAmended(id, command.shippingAddress(), command.notes(), version + 1));
    }

    @EventSourcingHandler
    void evolve(OrderAmended event) {
        version = event.version();
    }

    @CommandHandler
    void decide(DispatchOrder command) {
        if (status == OrderStatus.COMPLETED || dispatched) {
            return;
        }
        if (status != OrderStatus.CONFIRMED) {
            throw new Rejection("order_not_confirmed", "Only a confirmed order can be shipped.");
        }
        apply(new OrderDispatched(id));
    }

    @EventSourcingHandler
    void evolve(OrderDispatched event) {
        dispatched = true;
    }

    @CommandHandler
    void decide(CompleteOrder command) {
        if (status == OrderStatus.CONFIRMED) {
            apply(new OrderCompleted(id));
        }
    }

    @EventSourcingHandler
    void evolve(OrderCompleted event) {
        status = OrderStatus.COMPLETED;
    }

    private boolean isUnconfirmed() {
        return status == OrderStatus.PLACED || status == OrderStatus.AWAITING_PAYMENT;
    }

    private void refuseUnlessAgreed(OrderContent content) {
        if (!agreed.equals(Agreement.fingerprint(content))) {
            throw idTaken();
        }
    }

    private static Rejection idTaken() {
        return new Rejection("id_taken", "Another order was placed under this id.");
    }

    private void refuseIfShipped() {
        if (dispatched) {
            throw new Rejection("order_already_shipped", "The order has left the shop.");
        }
    }
}
