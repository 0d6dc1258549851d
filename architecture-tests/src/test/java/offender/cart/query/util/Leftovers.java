package offender.cart.query.util;

/** Breaks: no package is called after no thing. */
public final class Leftovers {}
