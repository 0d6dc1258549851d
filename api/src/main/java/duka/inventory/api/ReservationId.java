package duka.inventory.api;

import duka.kernel.Id;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import java.util.UUID;

/** What one order holds of one SKU. */
public record ReservationId(UUID value) implements Id {

    public static ReservationId of(OrderId order, Sku sku) {
        return new ReservationId(Uuids.derive(order.value(), "reservation:" + sku.normalized()));
    }

    /**
     * Under which what one parcel brings back is put on the shelf: an order's other parcels bring back theirs.
     *
     * @param parcel the shipment's id
     */
    public static ReservationId ofReturn(UUID parcel, Sku sku) {
        return new ReservationId(Uuids.derive(parcel, "return:" + sku.normalized()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
