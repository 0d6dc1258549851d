package duka.ordering.api;

/** How a customer chose to pay. */
public enum PaymentMethod {
    MPESA,
    CASH_ON_DELIVERY,
    EXTERNAL
}
