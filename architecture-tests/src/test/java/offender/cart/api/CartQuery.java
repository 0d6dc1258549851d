package offender.cart.api;

/** A family with a question that nobody answers. */
public sealed interface CartQuery {

    /** Breaks: every question has exactly one who answers. */
    record WhoKnows(String cartId) implements CartQuery {}
}
