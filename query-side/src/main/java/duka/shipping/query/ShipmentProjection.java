package duka.shipping.query;

import duka.shipping.api.ShipmentEvent;
import duka.shipping.api.ShipmentView;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps {@code read.shipment}. */
@Component
@ProcessingGroup("read.sale")
class ShipmentProjection {

    private final ShipmentRows shipments;

    ShipmentProjection(ShipmentRows shipments) {
        this.shipments = shipments;
    }

    @EventHandler
    void on(ShipmentEvent event, @Timestamp Instant at) {
        var batch = shipments.batch();
        ShipmentView before = batch.find(event.shipmentId()).orElse(null);
        batch.put(event.shipmentId(), ShipmentFold.apply(before, event, at));
    }
}
