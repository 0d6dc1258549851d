package duka.inventory.query;

import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.kernel.api.MessageKeys;
import duka.kernel.query.RowBatch;
import duka.kernel.query.Stamp;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the stock: beside the catalogue, since both write into the row of a product. */
@Component
@ProcessingGroup("read.catalogue")
class StockProjection {

    private final JdbcClient database;
    private final StockRows rows;
    private final Stamp stamp;

    StockProjection(JdbcClient database, StockRows rows, Stamp stamp) {
        this.database = database;
        this.rows = rows;
        this.stamp = stamp;
    }

    @EventHandler
    void on(
            StockEvent event,
            @org.axonframework.eventhandling.Timestamp Instant at,
            @MetaDataValue(MessageKeys.ACTOR) @Nullable String actor) {
        stamp.moves();
        RowBatch<String, StockRow> batch = rows.batch();
        String key = event.sku().normalized();
        Optional<StockRow> before = batch.find(key);
        if (event instanceof StockItemOpened opened) {
            long news = before.map(row -> row.view().representation()).orElse(0L);
            long sold = before.map(StockRow::sold).orElse(0L);
            batch.put(key, new StockRow(StockFold.opened(opened, at, news), sold));
            return;
        }
        StockRow row = batch.get(key);
        batch.put(key, new StockRow(StockFold.apply(row.view(), event, at), row.sold() + StockFold.sold(event)));
        if (event instanceof StockAdjusted adjusted) {
            remember(adjusted, at, actor == null ? "system" : actor);
        }
    }

    private void remember(StockAdjusted event, Instant at, String actor) {
        database.sql("""
                        INSERT INTO read.stock_adjustment (id, sku_key, delta, reason, on_hand, at, actor)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""")
                .params(
                        event.adjustmentId(),
                        event.sku().normalized(),
                        event.delta(),
                        event.reason(),
                        event.level().onHand(),
                        Timestamp.from(at),
                        actor)
                .update();
    }
}
