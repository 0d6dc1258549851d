package duka.ordering.api;

import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import duka.kernel.api.SequencedBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of an order. */
public sealed interface OrderEvent extends SequencedBy {

    OrderId orderId();

    @Override
    default String sequencedBy() {
        return orderId().toString();
    }

    record OrderPlaced(OrderId orderId, OrderContent content) implements OrderEvent {}

    /** @param payBy when the payment window closes */
    record PaymentAwaited(OrderId orderId, Instant payBy) implements OrderEvent {}

    record OrderConfirmed(OrderId orderId) implements OrderEvent {}

    /**
     * @param code why, such as {@code insufficient_stock}
     * @param skus what could not be had
     */
    record OrderRejected(OrderId orderId, String code, List<Sku> skus) implements OrderEvent {}

    /** @param confirmed whether stock was already sold and money taken for it */
    record OrderCancelled(OrderId orderId, CancellationReason reason, boolean confirmed) implements OrderEvent {}

    /** @param version counts the edits of address and notes; a placed order has 1 */
    record OrderAmended(
            OrderId orderId,
            ShippingAddress shippingAddress,
            @Nullable Personal notes,
            long version) implements OrderEvent {}

    record OrderDispatched(OrderId orderId) implements OrderEvent {}

    record OrderCompleted(OrderId orderId) implements OrderEvent {}
}
