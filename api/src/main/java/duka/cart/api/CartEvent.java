package duka.cart.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.kernel.api.SequencedBy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a cart. {@code version} counts its changes and starts at 1. */
public sealed interface CartEvent extends SequencedBy {

    CartId cartId();

    long version();

    @Override
    default String sequencedBy() {
        return cartId().toString();
    }

    /**
     * @param added how many came in
     * @param quantity how many the line holds now
     * @param unitPrice the price that was shown
     */
    record CartItemAdded(
            CartId cartId,
            @Nullable AccountId customerId,
            CartItemId itemId,
            Sku sku,
            ProductId productId,
            int added,
            int quantity,
            Money unitPrice,
            long version)
            implements CartEvent {}

    record CartItemQuantityChanged(
            CartId cartId, CartItemId itemId, Sku sku, ProductId productId, int quantity, Money unitPrice, long version)
            implements CartEvent {}

    record CartItemRemoved(CartId cartId, CartItemId itemId, Sku sku, ProductId productId, long version)
            implements CartEvent {}

    record CartCleared(CartId cartId, long version) implements CartEvent {}

    /**
     * A guest's cart joined.
     *
     * @param from the guest's cart
     * @param lines the lines that it changed, as they are now
     */
    record CartMerged(CartId cartId, AccountId customerId, CartId from, List<CartView.Line> lines, long version)
            implements CartEvent {}

    /** @param to the customer's cart that its lines have joined */
    record CartGivenAway(CartId cartId, CartId to, long version) implements CartEvent {}

    record CartCheckedOut(CartId cartId, OrderId orderId, long version) implements CartEvent {}
}
