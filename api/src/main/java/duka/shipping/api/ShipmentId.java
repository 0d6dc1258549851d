package duka.shipping.api;

import duka.kernel.Id;
import duka.kernel.OrderId;
import duka.kernel.Uuids;
import java.util.UUID;

/** One parcel of an order. */
public record ShipmentId(UUID value) implements Id {

    /** @param n 1 for the order's first shipment */
    public static ShipmentId of(OrderId order, int n) {
        return new ShipmentId(Uuids.derive(order.value(), "shipment:" + n));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
