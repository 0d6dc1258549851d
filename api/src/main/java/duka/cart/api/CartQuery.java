package duka.cart.api;

/** What may be asked about carts. */
public sealed interface CartQuery {

    /** → {@link CartView}; one that nobody used yet is empty. */
    record FindCart(CartId cartId) implements CartQuery {}

    /** What it would cost now → {@link PricedCart}. */
    record PriceCart(CartId cartId) implements CartQuery {}
}
