package duka.checkout.api;

/** What an order's owner owes, as the order shows it. */
public enum PaymentStanding {
    /** Nobody was asked for the money yet, or it is paid on delivery. */
    UNPAID,
    PENDING,
    PAID,
    FAILED,
    PARTIALLY_REFUNDED,
    REFUNDED
}
