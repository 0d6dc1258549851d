package duka.shipping.query;

import duka.shipping.api.ShipmentQuery.FindShipment;
import duka.shipping.api.ShipmentQuery.ListShipments;
import duka.shipping.api.ShipmentQuery.Shipments;
import duka.shipping.api.ShipmentQuery.TrackShipment;
import duka.shipping.api.ShipmentView;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about shipments. */
@Component
class ShipmentQueries {

    private static final String OF_CUSTOMER = "FROM read.shipment WHERE (?::uuid IS NULL OR customer_id = ?::uuid) ";

    private final JdbcClient database;
    private final ShipmentRows shipments;

    ShipmentQueries(JdbcClient database, ShipmentRows shipments) {
        this.database = database;
        this.shipments = shipments;
    }

    @QueryHandler
    Shipments answer(ListShipments query) {
        @Nullable
        UUID customer = query.customerId() == null ? null : query.customerId().value();
        long count = database.sql("SELECT count(*) " + OF_CUSTOMER)
                .param(1, customer)
                .param(2, customer)
                .query(Long.class)
                .single();
        List<ShipmentView> page = database.sql(
                        "SELECT view " + OF_CUSTOMER + "ORDER BY created_at DESC, id LIMIT ? OFFSET ?")
                .param(1, customer)
                .param(2, customer)
                .param(3, query.page().size())
                .param(4, query.page().offset())
                .query((row, n) -> shipments.read(row.getString(1)))
                .list();
        return new Shipments(count, page);
    }

    @QueryHandler
    Shipments answer(FindShipment query) {
        return found(shipments.find(query.shipmentId()).stream().toList());
    }

    @QueryHandler
    Shipments answer(TrackShipment query) {
        return found(
                database.sql("SELECT view FROM read.shipment WHERE tracking_number = ? ORDER BY created_at LIMIT 1")
                        .param(query.trackingNumber())
                        .query((row, n) -> shipments.read(row.getString(1)))
                        .list());
    }

    private static Shipments found(List<ShipmentView> views) {
        return new Shipments(views.size(), views);
    }
}
