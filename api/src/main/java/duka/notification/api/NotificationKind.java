package duka.notification.api;

/** What a notification is about. Callers know the names in small letters: none of them ever changes. */
public enum NotificationKind {
    ORDER_CONFIRMED,
    ORDER_REJECTED,
    ORDER_CANCELLED,
    PAYMENT_FAILED,
    SHIPMENT_SHIPPED,
    SHIPMENT_DELIVERED,
    REFUND_SUCCEEDED
}
