package duka.shipping.query;

import duka.identity.api.AccountId;
import duka.kernel.query.StorableText;
import duka.shipping.api.ShipmentQuery.FindShipment;
import duka.shipping.api.ShipmentQuery.ListShipments;
import duka.shipping.api.ShipmentQuery.Shipments;
import duka.shipping.api.ShipmentQuery.TrackShipment;
import duka.shipping.api.ShipmentView;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about shipments. */
@Component
class ShipmentQueries {

    private final JdbcClient database;
    private final ShipmentRows shipments;

    ShipmentQueries(JdbcClient database, ShipmentRows shipments) {
        this.database = database;
        this.shipments = shipments;
    }

    @QueryHandler
    Shipments answer(ListShipments query) {
        AccountId customer = query.customerId();
        String whose = customer == null ? "" : "WHERE customer_id = :customer ";
        Map<String, Object> parameters = customer == null ? Map.of() : Map.of("customer", customer.value());
        long count = database.sql("SELECT count(*) FROM read.shipment " + whose)
                .params(parameters)
                .query(Long.class)
                .single();
        List<ShipmentView> page = database.sql("SELECT view FROM read.shipment " + whose
                        + "ORDER BY created_at DESC, id LIMIT :limit OFFSET :offset")
                .params(parameters)
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query((row, n) -> shipments.read(row.getString(1)))
                .list();
        return new Shipments(count, page);
    }

    @QueryHandler
    Shipments answer(FindShipment query) {
        return found(shipments.find(query.shipmentId()).stream().toList());
    }

    /** Couriers use their numbers again: the newest parcel is meant. */
    @QueryHandler
    Shipments answer(TrackShipment query) {
        return found(database.sql(
                        "SELECT view FROM read.shipment WHERE tracking_number = ? ORDER BY created_at DESC, id LIMIT 1")
                .param(StorableText.of(query.trackingNumber()))
                .query((row, n) -> shipments.read(row.getString(1)))
                .list());
    }

    private static Shipments found(List<ShipmentView> views) {
        return new Shipments(views.size(), views);
    }
}
