package duka.ordering.api;

import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of an order. */
public sealed interface OrderCommand {

    OrderId orderId();

    /**
     * The number is claimed for this order before it is sent. Refused with {@code cart_empty} without lines and {@code
     * amount_over_limit} above M-Pesa's limit.
     */
    record PlaceOrder(@TargetAggregateIdentifier OrderId orderId, OrderContent content) implements OrderCommand {}

    /**
     * Past trade: what was placed long ago, at {@code content.occurredAt()}, and has ended. Nothing follows from it. Refused
     * with {@code not_past}, {@code cart_empty} and {@code totals_wrong}, and with {@code id_taken} for another order or end.
     */
    record ImportOrder(@TargetAggregateIdentifier OrderId orderId, OrderContent content, PastEnd end)
            implements OrderCommand {}

    /** All is reserved: the order may be paid until {@code payBy}. Silent once the order went on. */
    record AwaitPayment(@TargetAggregateIdentifier OrderId orderId, Instant payBy) implements OrderCommand {}

    /** It is paid, or will be on delivery; answers {@link Confirmation}. */
    record ConfirmOrder(@TargetAggregateIdentifier OrderId orderId) implements OrderCommand {}

    /** Something could not be reserved. Silent once the order ended. */
    record RejectOrder(@TargetAggregateIdentifier OrderId orderId, String code, List<Sku> skus)
            implements OrderCommand {}

    /**
     * Ends the order. Refused with {@code order_already_shipped}; silent for an order that has ended, and for one that
     * is confirmed when the reason is that nobody paid.
     */
    record CancelOrder(@TargetAggregateIdentifier OrderId orderId, CancellationReason reason) implements OrderCommand {}

    /**
     * Changes where it goes or what its owner notes. Refused with {@code order_already_shipped} and {@code
     * order_ended}.
     */
    record AmendOrder(
            @TargetAggregateIdentifier OrderId orderId,
            ShippingAddress shippingAddress,
            @Nullable Personal notes,
            @Nullable Long expectedVersion)
            implements OrderCommand {}

    /** A parcel leaves: from now on it cannot be cancelled. Refused with {@code order_not_confirmed}. */
    record DispatchOrder(@TargetAggregateIdentifier OrderId orderId) implements OrderCommand {}

    /** Everything is delivered and paid. Silent unless the order is confirmed. */
    record CompleteOrder(@TargetAggregateIdentifier OrderId orderId) implements OrderCommand {}

    /** What became of a confirmation. */
    enum Confirmation {
        /** The order is confirmed, now or since an earlier time. */
        CONFIRMED,
        /** The order ended before the money came: it goes back. */
        ENDED_BEFORE
    }
}
