package duka.kernel.query;

import static duka.kernel.query.Story.id;

import duka.cart.api.CartEvent.CartCleared;
import duka.cart.api.CartEvent.CartGivenAway;
import duka.cart.api.CartEvent.CartItemAdded;
import duka.cart.api.CartId;
import duka.cart.api.CartItemId;
import duka.catalog.query.Catalogue;

/** What carts say. */
public final class Carts {

    private Carts() {}

    public static CartId cart(String name) {
        return new CartId(id(name));
    }

    public static CartItemAdded added(String cart, int quantity) {
        var sku = Catalogue.sku("Mug");
        return new CartItemAdded(
                cart(cart),
                null,
                CartItemId.of(cart(cart), sku),
                sku,
                Catalogue.product("Mug"),
                quantity,
                quantity,
                Story.shillings(500),
                1);
    }

    public static CartCleared cleared(String cart) {
        return new CartCleared(cart(cart), 2);
    }

    public static CartGivenAway givenAway(String cart, String to) {
        return new CartGivenAway(cart(cart), cart(to), 2);
    }
}
