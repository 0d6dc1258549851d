package duka.inventory.api;

import duka.catalog.api.ProductId;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of one SKU's stock. Quantities are pieces. */
public sealed interface StockCommand {

    StockItemId stockItemId();

    /** Begins to count a SKU, or counts it for another product if nothing of it is reserved; repeats are silent. */
    record OpenStockItem(@TargetAggregateIdentifier StockItemId stockItemId, Sku sku, ProductId productId, int onHand)
            implements StockCommand {}

    /**
     * Corrects what is on hand. Refused with {@code stock_below_zero} when fewer would be left than are reserved.
     *
     * @param adjustmentId minted by the caller: the same adjustment is made once
     */
    record AdjustStock(@TargetAggregateIdentifier StockItemId stockItemId, UUID adjustmentId, int delta, String reason)
            implements StockCommand {}

    record SetLowStockThreshold(
            @TargetAggregateIdentifier StockItemId stockItemId,
            int threshold,
            @Nullable Long expectedVersion) implements StockCommand {}

    /** Holds pieces for an order; answers {@link ReservationAnswer}. */
    record ReserveStock(
            @TargetAggregateIdentifier StockItemId stockItemId,
            ReservationId reservationId,
            OrderId orderId,
            int quantity)
            implements StockCommand {}

    /** The held pieces are sold. Silent for a reservation that has ended or is not known. */
    record CommitReservation(
            @TargetAggregateIdentifier StockItemId stockItemId, ReservationId reservationId, OrderId orderId)
            implements StockCommand {}

    /** The held pieces are free again. Silent for a reservation that has ended or is not known. */
    record ReleaseReservation(
            @TargetAggregateIdentifier StockItemId stockItemId, ReservationId reservationId, OrderId orderId)
            implements StockCommand {}

    /**
     * Sold pieces of an order come back to the shelf, once per id.
     *
     * @param reservationId what was sold, or {@link ReservationId#ofReturn} for what one parcel brings back
     */
    record Restock(
            @TargetAggregateIdentifier StockItemId stockItemId,
            ReservationId reservationId,
            OrderId orderId,
            int quantity)
            implements StockCommand {}

    /** Ends the sale of a SKU. Refused with {@code variant_in_use} while an order holds some of it. */
    record RetireStockItem(@TargetAggregateIdentifier StockItemId stockItemId) implements StockCommand {}
}
