package duka.shipping.query;

import duka.kernel.query.MissingRow;
import duka.shipping.api.ShipmentEvent;
import duka.shipping.api.ShipmentEvent.CarrierAssigned;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import duka.shipping.api.ShipmentEvent.ShipmentFilled;
import duka.shipping.api.ShipmentEvent.ShipmentSplit;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import duka.shipping.api.ShipmentView;
import duka.shipping.api.ShipmentView.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shipment's events make of it. */
final class ShipmentFold {

    private ShipmentFold() {}

    /** @param before {@code null} before the first event */
    static ShipmentView apply(@Nullable ShipmentView before, ShipmentEvent event, Instant at) {
        return event instanceof ShipmentCreated created
                ? created(created, at)
                : goOn(MissingRow.unless(before, event.shipmentId()), event, at);
    }

    private static ShipmentView created(ShipmentCreated event, Instant at) {
        return new ShipmentView(
                event.shipmentId(),
                event.orderId(),
                event.customerId(),
                ShipmentStatus.PREPARING,
                null,
                null,
                event.items(),
                List.of(new Entry(ShipmentStatus.PREPARING, null, null, at)),
                event.version());
    }

    private static ShipmentView goOn(ShipmentView shipment, ShipmentEvent event, Instant at) {
        return switch (event) {
            case ShipmentCreated created -> created(created, at);
            case ShipmentSplit split -> holding(shipment, split.left(), split.version());
            case ShipmentFilled filled -> holding(shipment, filled.items(), filled.version());
            case CarrierAssigned assigned ->
                new ShipmentView(
                        shipment.id(),
                        shipment.orderId(),
                        shipment.customerId(),
                        shipment.status(),
                        assigned.carrier(),
                        assigned.trackingNumber(),
                        shipment.items(),
                        shipment.events(),
                        assigned.version());
            case ShipmentAdvanced advanced ->
                new ShipmentView(
                        shipment.id(),
                        shipment.orderId(),
                        shipment.customerId(),
                        advanced.status(),
                        shipment.carrier(),
                        shipment.trackingNumber(),
                        shipment.items(),
                        with(shipment.events(), advanced),
                        advanced.version());
        };
    }

    private static ShipmentView holding(ShipmentView shipment, List<ShipmentItem> items, long version) {
        return new ShipmentView(
                shipment.id(),
                shipment.orderId(),
                shipment.customerId(),
                shipment.status(),
                shipment.carrier(),
                shipment.trackingNumber(),
                items,
                shipment.events(),
                version);
    }

    private static List<Entry> with(List<Entry> events, ShipmentAdvanced advanced) {
        List<Entry> more = new ArrayList<>(events);
        more.add(new Entry(advanced.status(), advanced.location(), advanced.note(), advanced.at()));
        return List.copyOf(more);
    }
}
