package duka.shipping.web;

import duka.checkout.api.Sales;
import duka.identity.api.Caller;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Asker;
import duka.kernel.web.Etags;
import duka.kernel.web.GuestTokens;
import duka.kernel.web.Queries;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentQuery.FindShipment;
import duka.shipping.api.ShipmentQuery.ListShipments;
import duka.shipping.api.ShipmentQuery.Shipments;
import duka.shipping.api.ShipmentView;
import java.util.List;
import java.util.Objects;
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

    /** What the caller waits for, the newest first; all of it for staff. */
    Shipments mine(PageRequest page) {
        Asker asker = guests.asker();
        OrderId order = asker.guestOrder();
        Caller caller = asker.caller();
        if (order != null || caller == null) {
            return ofGuest(Objects.requireNonNull(order), page);
        }
        return queries.ask(
                new ListShipments(caller.seesEverything() ? null : caller.accountId(), page), Shipments.class);
    }

    private Shipments ofGuest(OrderId order, PageRequest page) {
        List<ShipmentView> parcels = queries.ask(new FindOrder(order), Sales.class).results().stream()
                .flatMap(sale -> sale.shipments().reversed().stream())
                .toList();
        return new Shipments(
                parcels.size(),
                parcels.stream().skip(page.offset()).limit(page.size()).toList());
    }

    static ResponseEntity<ShipmentResponse> shown(ShipmentView shipment) {
        ShipmentResponse response = ShipmentResponse.of(shipment);
        return Etags.ok(shipment.version(), Etags.representation(response), response);
    }
}
