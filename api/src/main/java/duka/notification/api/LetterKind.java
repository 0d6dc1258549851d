package duka.notification.api;

/** What is written to people by mail or text. Each has its words in every language of the shop. */
public enum LetterKind {
    PASSWORD_RESET,
    ORDER_CONFIRMED,
    ORDER_REJECTED,
    ORDER_CANCELLED,
    PAYMENT_RECEIVED,
    PAYMENT_FAILED,
    SHIPMENT_SHIPPED,
    SHIPMENT_DELIVERED,
    REFUND_SUCCEEDED
}
