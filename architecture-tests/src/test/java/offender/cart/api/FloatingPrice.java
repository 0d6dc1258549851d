package offender.cart.api;

/** Breaks: nothing that counts is a floating number. */
public record FloatingPrice(double price) {}
