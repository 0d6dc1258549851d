package duka.cart.api;

import duka.kernel.Id;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import java.util.UUID;

/** One line of a cart: a SKU has one line in a cart, whose id follows from both. */
public record CartItemId(UUID value) implements Id {

    public static CartItemId of(CartId cart, Sku sku) {
        return new CartItemId(Uuids.derive(cart.value(), "item:" + sku.normalized()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
