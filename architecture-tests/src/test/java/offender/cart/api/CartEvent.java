package offender.cart.api;

/** A family whose members each break a law of what is stored. */
public sealed interface CartEvent {

    /** Breaks: what points at a person is Personal. */
    record PlainPhoneNoted(String phone) implements CartEvent {}

    /** Breaks: no event keeps a secret. */
    record PasswordNoted(String password) implements CartEvent {}

    /** Breaks: every event is remembered by somebody. */
    record CartLost(String cartId) implements CartEvent {}

    /** Remembered, under another name than evolve. */
    record CartFound(String cartId) implements CartEvent {}
}
