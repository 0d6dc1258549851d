package duka.cart.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a cart. Quantities are pieces, 1 to 999 a line. */
public sealed interface CartCommand {

    CartId cartId();

    /**
     * Adds to the SKU's line, or begins one. Refused with {@code quantity_out_of_range} when the line would hold more
     * than 999, and with {@code insufficient_stock} (with {@code available}) when the shop has fewer.
     *
     * @param customerId whose cart it is, or {@code null} for a guest's
     * @param unitPrice the price that was shown
     * @param available what the caller found in stock: a courtesy, the order's reservation decides
     */
    record AddCartItem(
            @TargetAggregateIdentifier CartId cartId,
            @Nullable AccountId customerId,
            Sku sku,
            ProductId productId,
            int quantity,
            Money unitPrice,
            int available)
            implements CartCommand {}

    /** Refused with {@code not_found} for a line that is not there, and as {@link AddCartItem} is. */
    record ChangeCartItemQuantity(
            @TargetAggregateIdentifier CartId cartId, CartItemId itemId, int quantity, Money unitPrice, int available)
            implements CartCommand {}

    /** Refused with {@code not_found} for a line that is not there. */
    record RemoveCartItem(@TargetAggregateIdentifier CartId cartId, CartItemId itemId) implements CartCommand {}

    record ClearCart(@TargetAggregateIdentifier CartId cartId) implements CartCommand {}

    /**
     * Lets the lines of a guest's cart join, each up to what is in stock and what a line may hold. The same cart joins
     * once: asked again, nothing changes.
     *
     * @param from the guest's cart
     */
    record MergeCart(@TargetAggregateIdentifier CartId cartId, AccountId customerId, CartId from, List<Incoming> lines)
            implements CartCommand {

        /**
         * @param unitPrice the price that was shown
         * @param available what the caller found in stock
         */
        public record Incoming(Sku sku, ProductId productId, int quantity, Money unitPrice, int available) {}
    }

    /**
     * Ends a guest's cart once its lines have joined a customer's: it is empty for good.
     *
     * @param to the customer's cart
     */
    record GiveAwayCart(@TargetAggregateIdentifier CartId cartId, CartId to) implements CartCommand {}

    /** Takes what was ordered out of the cart, once per order however often it is asked. */
    record CheckOutCart(@TargetAggregateIdentifier CartId cartId, OrderId orderId) implements CartCommand {}
}
