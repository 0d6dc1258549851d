package duka.ordering.api;

/** Why an order was cancelled. */
public enum CancellationReason {
    /** Its owner, or staff for them, asked for it. */
    REQUESTED,
    /** Nobody paid within the payment window. */
    NOT_PAID_IN_TIME
}
