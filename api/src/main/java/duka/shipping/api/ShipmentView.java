package duka.shipping.api;

import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shipment as its events tell it. */
public record ShipmentView(
        ShipmentId id,
        OrderId orderId,
        @Nullable AccountId customerId,
        ShipmentStatus status,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        List<ShipmentItem> items,
        List<Entry> events,
        long version) {

    public record Entry(
            ShipmentStatus status,
            @Nullable String location,
            @Nullable String note,
            Instant at) {}
}
