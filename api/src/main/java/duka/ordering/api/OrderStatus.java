package duka.ordering.api;

/** Where an order stands. */
public enum OrderStatus {
    PLACED,
    AWAITING_PAYMENT,
    CONFIRMED,
    COMPLETED,
    REJECTED,
    CANCELLED;

    /** Whether nothing of the order will follow, but perhaps money on its way back. */
    public boolean isFinal() {
        return this == COMPLETED || this == REJECTED || this == CANCELLED;
    }
}
