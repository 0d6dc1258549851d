package offender.cart.api;

/** A family with a command that nobody decides. */
public sealed interface CartCommand {

    /** Breaks: every command has exactly one decide. */
    record BurnCart(String cartId) implements CartCommand {}

    /** Decided, under another name than decide. */
    record FindCart(String cartId) implements CartCommand {}
}
