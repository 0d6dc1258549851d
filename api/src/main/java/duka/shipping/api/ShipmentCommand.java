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
     * This parcel gives as much of the items as it holds to another, so that all parcels together never hold more than
     * was ordered; one that has left holds nothing to give. Answers {@link Given}. It gives to the same parcel once:
     * asked again, it answers what it gave then. A parcel that nothing is left in is called off.
     *
     * @param into the parcel that is filled next
     * @param items what is wanted; none to learn what was given before
     */
    record SplitShipment(
            @TargetAggregateIdentifier ShipmentId shipmentId, ShipmentId into, List<ShipmentItem> items, Instant at)
            implements ShipmentCommand {}

    /** What a parcel gave to another. */
    record Given(List<ShipmentItem> items) {}

    /**
     * What another parcel of the order gave is in this one, which begins to exist with the first that gives. Silent for
     * what is in it already.
     *
     * @param from the parcel that gave; it does so once
     */
    record FillShipment(
            @TargetAggregateIdentifier ShipmentId shipmentId,
            OrderId orderId,
            @Nullable AccountId customerId,
            ShipmentId from,
            List<ShipmentItem> items)
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
