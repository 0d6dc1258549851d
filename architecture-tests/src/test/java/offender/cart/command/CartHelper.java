package offender.cart.command;

/** Breaks: nothing is called Helper. */
public final class CartHelper {}
