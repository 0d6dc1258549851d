package duka.shipping.api;

import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a shipment. */
public sealed interface ShipmentCommand {

    ShipmentId shipmentId();

    record CreateShipment(
            @TargetAggregateIdentifier ShipmentId shipmentId,
            OrderId orderId,
            @Nullable AccountId customerId,
            List<ShipmentItem> items)
            implements ShipmentCommand {}

    /**
     * Some of what is in this parcel goes into one of its own, so that all parcels together never hold more than was
     * ordered. Refused with {@code more_than_ordered} (with {@code sku} and {@code left}) and {@code parcel_has_left}. A
     * parcel that nothing is left in is called off.
     *
     * @param into the parcel to be, which is created next
     */
    record SplitShipment(
            @TargetAggregateIdentifier ShipmentId shipmentId, ShipmentId into, List<ShipmentItem> items, Instant at)
            implements ShipmentCommand {}

    record AssignCarrier(
            @TargetAggregateIdentifier ShipmentId shipmentId,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Long expectedVersion)
            implements ShipmentCommand {}

    /**
     * The parcel went on. Refused with {@code illegal_transition} (with {@code from} and {@code to}); a note for the
     * status that it already has is kept.
     *
     * @param at when it happened
     * @param restock whether what came back can be sold again
     */
    record AdvanceShipment(
            @TargetAggregateIdentifier ShipmentId shipmentId,
            ShipmentStatus status,
            @Nullable String location,
            @Nullable String note,
            Instant at,
            boolean restock,
            @Nullable Long expectedVersion)
            implements ShipmentCommand {}

    /** The order was cancelled. Silent once the parcel has left. */
    record CancelShipment(@TargetAggregateIdentifier ShipmentId shipmentId, Instant at) implements ShipmentCommand {}
}
