package duka.shipping.api;

import duka.identity.api.AccountId;
import duka.kernel.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about shipments. */
public sealed interface ShipmentQuery {

    /** The newest first, of one customer or of all → {@link Shipments}. */
    record ListShipments(@Nullable AccountId customerId, PageRequest page) implements ShipmentQuery {}

    /** → {@link Shipments} of none or one. */
    record FindShipment(ShipmentId shipmentId) implements ShipmentQuery {}

    /** → {@link Shipments} of none or one. */
    record TrackShipment(String trackingNumber) implements ShipmentQuery {}

    record Shipments(long count, List<ShipmentView> results) {}
}
