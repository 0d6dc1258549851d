package duka.shipping.command;

import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.shipping.api.ShipmentCommand.AdvanceShipment;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentEvent.CarrierAssigned;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import duka.shipping.api.ShipmentEvent.ShipmentSplit;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A guest's parcel with two mugs, and how far it has come. */
final class ShipmentFixtures {

    static final OrderId ORDER = new OrderId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0001L));
    static final ShipmentId PARCEL = ShipmentId.of(ORDER, 1);
    static final ShipmentId SECOND = ShipmentId.of(ORDER, 2);
    static final List<ShipmentItem> MUGS = List.of(new ShipmentItem(new Sku("MUG-1"), 2));
    static final Instant NOON = Instant.parse("2026-11-23T09:00:00Z");

    private ShipmentFixtures() {}

    static CreateShipment create(List<ShipmentItem> items) {
        return new CreateShipment(PARCEL, ORDER, null, items);
    }

    static AdvanceShipment advance(ShipmentStatus status) {
        return advance(status, null, null, false, null);
    }

    static AdvanceShipment advance(
            ShipmentStatus status, String location, String note, boolean restock, Long expectedVersion) {
        return new AdvanceShipment(PARCEL, status, location, note, NOON, restock, expectedVersion);
    }

    static ShipmentCreated created() {
        return new ShipmentCreated(PARCEL, ORDER, null, MUGS, 1);
    }

    static ShipmentSplit split(int taken, List<ShipmentItem> left, long version) {
        return new ShipmentSplit(PARCEL, ORDER, null, SECOND, mugs(taken), left, version);
    }

    static SplitShipment takeOut(int mugs) {
        return new SplitShipment(PARCEL, SECOND, mugs(mugs), NOON);
    }

    static List<ShipmentItem> mugs(int pieces) {
        return List.of(new ShipmentItem(new Sku("MUG-1"), pieces));
    }

    static CarrierAssigned assigned(String carrier, String trackingNumber, long version) {
        return new CarrierAssigned(PARCEL, ORDER, carrier, trackingNumber, version);
    }

    static ShipmentAdvanced advanced(ShipmentStatus status, long version) {
        return advanced(status, null, null, false, version);
    }

    static ShipmentAdvanced advanced(
            ShipmentStatus status, String location, String note, boolean restock, long version) {
        return new ShipmentAdvanced(PARCEL, ORDER, status, location, note, NOON, restock, MUGS, version);
    }

    /** A parcel that went the usual way as far as this. */
    static List<Object> life(ShipmentStatus reached) {
        List<ShipmentStatus> way = switch (reached) {
            case PREPARING -> List.of();
            case SHIPPED -> List.of(ShipmentStatus.SHIPPED);
            case IN_TRANSIT -> List.of(ShipmentStatus.SHIPPED, ShipmentStatus.IN_TRANSIT);
            case DELIVERED -> List.of(ShipmentStatus.SHIPPED, ShipmentStatus.DELIVERED);
            case RETURNED -> List.of(ShipmentStatus.SHIPPED, ShipmentStatus.RETURNED);
            case CANCELLED -> List.of(ShipmentStatus.CANCELLED);
        };
        List<Object> events = new ArrayList<>(List.of(created()));
        for (ShipmentStatus status : way) {
            events.add(advanced(status, events.size() + 1));
        }
        return events;
    }
}
