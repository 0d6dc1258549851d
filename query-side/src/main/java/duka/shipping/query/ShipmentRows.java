package duka.shipping.query;

import duka.kernel.query.RowBatch;
import duka.kernel.query.StorableText;
import duka.kernel.query.ViewJson;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentView;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code read.shipment}. */
@Component
class ShipmentRows {

    private static final String STORE = """
            INSERT INTO read.shipment (id, order_id, customer_id, tracking_number, created_at, view)
            VALUES (?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE SET tracking_number = excluded.tracking_number, view = excluded.view""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ViewJson json;

    ShipmentRows(JdbcClient database, JdbcTemplate batches, ViewJson json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    RowBatch<ShipmentId, ShipmentView> batch() {
        return RowBatch.current("shipment", this::find, this::store);
    }

    Optional<ShipmentView> find(ShipmentId shipment) {
        return database.sql("SELECT view FROM read.shipment WHERE id = ?")
                .param(shipment.value())
                .query(String.class)
                .optional()
                .map(this::read);
    }

    ShipmentView read(String document) {
        return json.read(document, ShipmentView.class);
    }

    private void store(Collection<ShipmentView> shipments) {
        batches.batchUpdate(STORE, shipments, shipments.size(), (row, shipment) -> {
            row.setObject(1, shipment.id().value());
            row.setObject(2, shipment.orderId().value());
            var customer = shipment.customerId();
            row.setObject(3, customer == null ? null : customer.value());
            var tracking = shipment.trackingNumber();
            row.setString(4, tracking == null ? null : StorableText.of(tracking));
            row.setTimestamp(5, Timestamp.from(shipment.events().getFirst().at()));
            row.setString(6, json.write(shipment));
        });
    }
}
