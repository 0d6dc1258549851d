package duka.cart.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in a cart. Prices and stock of today are the catalogue's to tell. */
public record CartView(CartId id, @Nullable AccountId customerId, List<Line> lines, long version) {

    /** @param unitPrice the price that was shown when it came in */
    public record Line(CartItemId itemId, Sku sku, ProductId productId, int quantity, Money unitPrice) {}

    public static CartView empty(CartId id) {
        return new CartView(id, null, List.of(), 0);
    }
}
