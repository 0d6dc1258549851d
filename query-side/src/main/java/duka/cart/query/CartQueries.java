package duka.cart.query;

import duka.cart.api.CartQuery.FindCart;
import duka.cart.api.CartView;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about carts. */
@Component
class CartQueries {

    private final CartProjection carts;

    CartQueries(CartProjection carts) {
        this.carts = carts;
    }

    @QueryHandler
    CartView answer(FindCart query) {
        return carts.find(query.cartId()).orElseGet(() -> CartView.empty(query.cartId()));
    }
}
