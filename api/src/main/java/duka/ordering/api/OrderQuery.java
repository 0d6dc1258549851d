package duka.ordering.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.kernel.api.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked about orders. Every answer is a {@code duka.checkout.api.Sales}: orders with
 * their payment and shipments. */
public sealed interface OrderQuery {

    /**
     * The newest first.
     *
     * @param customerId whose, or {@code null} for all
     * @param paymentStatus as the contract spells it, or {@code null} for any
     * @param from placed at or after
     * @param to placed before
     * @param search an order's number, a SKU or a product's name
     */
    record ListOrders(
            @Nullable AccountId customerId,
            @Nullable OrderStatus status,
            @Nullable String paymentStatus,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String search,
            PageRequest page)
            implements OrderQuery {}

    record FindOrder(OrderId orderId) implements OrderQuery {}

    record FindOrderByNumber(OrderNumber number) implements OrderQuery {}

    /** A customer's sale of a product that stands: one or none of them, it does not matter which. */
    record FindPurchase(AccountId customerId, ProductId productId) implements OrderQuery {}
}
