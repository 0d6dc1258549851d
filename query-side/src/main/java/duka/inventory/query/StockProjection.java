package duka.inventory.query;

import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.inventory.api.StockView;
import duka.kernel.api.MessageKeys;
import duka.kernel.query.RowBatch;
import duka.kernel.query.Stamps;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the stock: beside the catalogue, since both write into the row of a product. */
@Component
@ProcessingGroup("read.catalogue")
class StockProjection {

    private final StockRows rows;
    private final Adjustments adjustments;
    private final Stamps stamps;

    StockProjection(StockRows rows, Adjustments adjustments, Stamps stamps) {
        this.rows = rows;
        this.adjustments = adjustments;
        this.stamps = stamps;
    }

    @EventHandler
    void on(
            StockEvent event,
            @Timestamp Instant at,
            @SequenceNumber long sequence,
            @MetaDataValue(MessageKeys.ACTOR) @Nullable String actor) {
        RowBatch<StockRow.Key, StockRow> batch = rows.batch();
        StockRow.Key key =
                new StockRow.Key(event.sku().normalized(), event.productId().value());
        StockRow before = batch.find(key).orElse(null);
        StockView view = StockFold.apply(before == null ? null : before.view(), event, at);
        int sold = StockFold.sold(event);
        batch.put(
                key,
                new StockRow(
                        view,
                        (before == null ? 0 : before.sold()) + sold,
                        event instanceof StockItemOpened || before == null ? sequence : before.opened()));
        if (event instanceof StockAdjusted adjusted) {
            adjustments.add(adjusted, at, actor == null ? "system" : actor);
        }
        tell(key, before == null ? null : before.view(), view, sold);
    }

    private void tell(StockRow.Key key, @Nullable StockView before, StockView after, int sold) {
        stamps.change(key.product());
        if (before == null || isOnSale(before) != isOnSale(after)) {
            stamps.change(Stamps.Topic.SHELVES);
        }
        if (sold != 0) {
            stamps.change(Stamps.Topic.SALES);
        }
    }

    private static boolean isOnSale(StockView stock) {
        return !stock.retired() && stock.level().available() > 0;
    }
}
