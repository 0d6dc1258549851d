package duka.shipping.web;

import duka.kernel.api.History.Happening;
import duka.kernel.web.live.LiveNews;
import duka.kernel.web.live.Questions;
import duka.kernel.web.live.Room;
import duka.kernel.web.live.Told;
import duka.shipping.api.ShipmentEvent;
import duka.shipping.api.ShipmentQuery.FindShipment;
import duka.shipping.api.ShipmentQuery.Shipments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code shipment.updated}: the parcel as it is now. */
@Component
class ShipmentNews implements LiveNews {

    @Override
    public Room room() {
        return Room.DASHBOARD;
    }

    @Override
    public String group() {
        return "read.sale";
    }

    @Override
    public boolean knows(Object event) {
        return event instanceof ShipmentEvent;
    }

    @Override
    public Optional<Told> tell(Happening happening, Questions questions) {
        ShipmentEvent event = (ShipmentEvent) happening.event();
        return questions.ask(new FindShipment(event.shipmentId()), Shipments.class).results().stream()
                .findFirst()
                .map(shipment -> Told.all("shipment.updated", ShipmentResponse.of(shipment)));
    }
}
