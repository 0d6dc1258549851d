package duka.inventory.api;

import duka.catalog.api.ProductId;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.kernel.api.SequencedBy;
import java.util.UUID;

/** The life of one SKU's stock. Every event says what is on hand and reserved after it. */
public sealed interface StockEvent extends SequencedBy {

    Sku sku();

    ProductId productId();

    StockLevel level();

    @Override
    default String sequencedBy() {
        return productId().toString();
    }

    record StockItemOpened(Sku sku, ProductId productId, StockLevel level, int lowStockThreshold)
            implements StockEvent {}

    record StockAdjusted(Sku sku, ProductId productId, UUID adjustmentId, int delta, String reason, StockLevel level)
            implements StockEvent {}

    /** @param version counts the edits of the settings of this stock item and starts at 1 */
    record LowStockThresholdSet(Sku sku, ProductId productId, int threshold, long version, StockLevel level)
            implements StockEvent {}

    record StockReserved(
            Sku sku, ProductId productId, ReservationId reservationId, OrderId orderId, int quantity, StockLevel level)
            implements StockEvent {}

    record ReservationCommitted(
            Sku sku, ProductId productId, ReservationId reservationId, OrderId orderId, int quantity, StockLevel level)
            implements StockEvent {}

    record ReservationReleased(
            Sku sku, ProductId productId, ReservationId reservationId, OrderId orderId, int quantity, StockLevel level)
            implements StockEvent {}

    record StockRestocked(
            Sku sku, ProductId productId, ReservationId reservationId, OrderId orderId, int quantity, StockLevel level)
            implements StockEvent {}

    record StockItemRetired(Sku sku, ProductId productId, StockLevel level) implements StockEvent {}
}
