package duka.ordering.web;

import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A parcel of an order. */
record ParcelJson(
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

    static ParcelJson of(ShipmentView shipment) {
        return new ParcelJson(
                shipment.id().toString(),
                shipment.orderId().toString(),
                shipment.status().name().toLowerCase(Locale.ROOT),
                shipment.carrier(),
                shipment.trackingNumber(),
                shipment.items().stream().map(Item::of).toList(),
                shipment.events().stream().map(Event::of).toList(),
                shipment.version());
    }
}
