package duka.checkout.saga;

import duka.shipping.api.ShipmentEvent;
import duka.shipping.api.ShipmentEvent.CarrierAssigned;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import duka.shipping.api.ShipmentEvent.ShipmentFilled;
import duka.shipping.api.ShipmentEvent.ShipmentSplit;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The parcels of one order, and where each of them is. */
record Parcels(Map<UUID, ShipmentStatus> byId) {

    static final Parcels NONE = new Parcels(Map.of());

    Parcels after(ShipmentEvent event) {
        return switch (event) {
            case ShipmentCreated created -> with(created.shipmentId(), ShipmentStatus.PREPARING);
            case ShipmentAdvanced advanced -> with(advanced.shipmentId(), advanced.status());
            case ShipmentSplit split -> knows(split.into()) ? this : with(split.into(), ShipmentStatus.PREPARING);
            case ShipmentFilled filled -> this;
            case CarrierAssigned assigned -> this;
        };
    }

    List<ShipmentId> ids() {
        return byId.keySet().stream().map(ShipmentId::new).toList();
    }

    /** Whether everything that was to go has arrived; a parcel that was called off was not to go. */
    boolean allDelivered() {
        return allEndedAs(ShipmentStatus.DELIVERED);
    }

    /** Whether everything that went has come back. */
    boolean allCameBack() {
        return allEndedAs(ShipmentStatus.RETURNED);
    }

    private boolean allEndedAs(ShipmentStatus end) {
        return byId.containsValue(end)
                && byId.values().stream().allMatch(status -> status == end || status == ShipmentStatus.CANCELLED);
    }

    private boolean knows(ShipmentId parcel) {
        return byId.containsKey(parcel.value());
    }

    private Parcels with(ShipmentId parcel, ShipmentStatus status) {
        Map<UUID, ShipmentStatus> more = new TreeMap<>(byId);
        more.put(parcel.value(), status);
        return new Parcels(more);
    }
}
