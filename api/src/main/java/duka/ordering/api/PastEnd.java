package duka.ordering.api;

/** How an order of past trade ended. */
public enum PastEnd {
    COMPLETED(OrderStatus.COMPLETED),
    CALLED_OFF(OrderStatus.CANCELLED),
    NOT_PAID(OrderStatus.CANCELLED),
    OUT_OF_STOCK(OrderStatus.REJECTED);

    private final OrderStatus status;

    PastEnd(OrderStatus status) {
        this.status = status;
    }

    public OrderStatus status() {
        return status;
    }
}
