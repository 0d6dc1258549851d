package duka.inventory.query;

import duka.inventory.api.StockEvent.StockAdjusted;
import duka.kernel.query.RowBatch;
import duka.kernel.query.StorableText;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code read.stock_adjustment}. */
@Component
class Adjustments {

    private final JdbcTemplate batches;

    Adjustments(JdbcTemplate batches) {
        this.batches = batches;
    }

    void add(StockAdjusted event, Instant at, String actor) {
        RowBatch<UUID, Adjustment> batch =
                RowBatch.current("stock.adjustment", unknown -> Optional.empty(), this::store);
        batch.put(event.adjustmentId(), new Adjustment(event, at, actor));
    }

    private void store(Collection<Adjustment> adjustments) {
        batches.batchUpdate("""
                INSERT INTO read.stock_adjustment (id, sku_key, delta, reason, on_hand, at, actor)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""", adjustments, adjustments.size(), (row, made) -> {
            StockAdjusted event = made.event();
            row.setObject(1, event.adjustmentId());
            row.setString(2, event.sku().normalized());
            row.setInt(3, event.delta());
            row.setString(4, StorableText.of(event.reason()));
            row.setInt(5, event.level().onHand());
            row.setTimestamp(6, Timestamp.from(made.at()));
            row.setString(7, StorableText.of(made.actor()));
        });
    }

    private record Adjustment(StockAdjusted event, Instant at, String actor) {}
}
