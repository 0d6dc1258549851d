package duka.shipping.web;

import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A parcel as its owner and staff may read it. */
record ShipmentResponse(
        String id,
        String orderId,
        String status,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        List<Item> items,
        List<Event> events,
        long version) {

    record Item(String sku, int quantity) {
        static Item of(ShipmentItem item) {
            return new Item(item.sku().code(), item.quantity());
        }
    }

    record Event(
            String status,
            @Nullable String location,
            @Nullable String note,
            Instant at) {
        static Event of(ShipmentView.Entry entry) {
            return new Event(
                    entry.status().name().toLowerCase(Locale.ROOT), entry.location(), entry.note(), entry.at());
        }
    }

    static ShipmentResponse of(ShipmentView shipment) {
        return new ShipmentResponse(
                shipment.id().toString(),
                shipment.orderId().toString(),
                shipment.status().name().toLowerCase(Locale.ROOT),
                shipment.carrier(),
                shipment.trackingNumber(),
                shipment.items().stream().map(Item::of).toList(),
                shipment.events().stream().map(Event::of).toList(),
                shipment.version());
    }

    /** For strangers: what staff write in a note may say something about a person. */
    ShipmentResponse withoutNotes() {
        return new ShipmentResponse(
                id,
                orderId,
                status,
                carrier,
                trackingNumber,
                items,
                events.stream()
                        .map(event -> new Event(event.status(), event.location(), null, event.at()))
                        .toList(),
                version);
    }
}
