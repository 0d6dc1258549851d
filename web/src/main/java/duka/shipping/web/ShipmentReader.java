package duka.shipping.web;

import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.web.Asker;
import duka.kernel.web.Etags;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.Queries;
import duka.kernel.web.RequestContext;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentQuery.FindShipment;
import duka.shipping.api.ShipmentQuery.Shipments;
import duka.shipping.api.ShipmentView;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads parcels for those who wait for them and for staff; to anybody else they are not there. */
@Component
class ShipmentReader {

    private final Queries queries;
    private final GuestTokens guests;

    ShipmentReader(Queries queries, GuestTokens guests) {
        this.queries = queries;
        this.guests = guests;
    }

    /** @throws Rejection {@code not_found}, if there is none or it is not the caller's */
    ShipmentView visible(ShipmentId id) {
        Asker asker = guests.asker();
        return queries.ask(new FindShipment(id), Shipments.class).results().stream()
                .filter(shipment -> asker.maySee(shipment.customerId(), shipment.orderId()))
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("shipment"));
    }

    static ResponseEntity<ShipmentResponse> shown(ShipmentView shipment) {
        ShipmentResponse response = ShipmentResponse.of(shipment);
        return Etags.ok(shipment.version(), Etags.representation(response), response);
    }

    static Caller signedIn() {
        return RequestContext.caller().orElseThrow(HttpRefusal::unauthenticated);
    }
}
