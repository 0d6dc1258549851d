package duka.shipping.api;

import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.kernel.api.SequencedBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of a shipment. {@code version} counts its edits and starts at 1. */
public sealed interface ShipmentEvent extends SequencedBy {

    ShipmentId shipmentId();

    OrderId orderId();

    long version();

    @Override
    default String sequencedBy() {
        return orderId().toString();
    }

    record ShipmentCreated(
            ShipmentId shipmentId,
            OrderId orderId,
            @Nullable AccountId customerId,
            List<ShipmentItem> items,
            long version)
            implements ShipmentEvent {}

    /**
     * @param into the parcel that takes the pieces; it is filled next
     * @param items what it takes
     * @param left what stays in this one
     */
    record ShipmentSplit(
            ShipmentId shipmentId,
            OrderId orderId,
            @Nullable AccountId customerId,
            ShipmentId into,
            List<ShipmentItem> items,
            List<ShipmentItem> left,
            long version)
            implements ShipmentEvent {}

    /**
     * @param from the parcel that the pieces came out of
     * @param added what came out of it
     * @param items all that is in this one now
     */
    record ShipmentFilled(
            ShipmentId shipmentId,
            OrderId orderId,
            ShipmentId from,
            List<ShipmentItem> added,
            List<ShipmentItem> items,
            long version)
            implements ShipmentEvent {}

    record CarrierAssigned(
            ShipmentId shipmentId,
            OrderId orderId,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            long version)
            implements ShipmentEvent {}

    /**
     * @param at when it happened, by whoever reported it
     * @param restock whether what came back can be sold again
     * @param items what is in the parcel, so that a return can be put back on the shelf
     */
    record ShipmentAdvanced(
            ShipmentId shipmentId,
            OrderId orderId,
            ShipmentStatus status,
            @Nullable String location,
            @Nullable String note,
            Instant at,
            boolean restock,
            List<ShipmentItem> items,
            long version)
            implements ShipmentEvent {}
}
