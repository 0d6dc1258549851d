package duka.inventory.query;

import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.LowStockThresholdSet;
import duka.inventory.api.StockEvent.ReservationCommitted;
import duka.inventory.api.StockEvent.ReservationReleased;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.inventory.api.StockEvent.StockItemRetired;
import duka.inventory.api.StockEvent.StockReserved;
import duka.inventory.api.StockEvent.StockRestocked;
import duka.inventory.api.StockView;
import duka.kernel.query.MissingRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a SKU's events make of its stock. */
final class StockFold {

    private StockFold() {}

    /** @param before {@code null} before the first event; stock that is opened again begins anew */
    static StockView apply(@Nullable StockView before, StockEvent event, Instant at) {
        return event instanceof StockItemOpened opened
                ? opened(opened, at, before == null ? 0 : before.representation())
                : goOn(MissingRow.unless(before, event.sku()), event, at);
    }

    private static StockView opened(StockItemOpened event, Instant at, long news) {
        return new StockView(
                event.sku(), event.productId(), event.level(), event.lowStockThreshold(), false, at, 1, news + 1);
    }

    private static StockView goOn(StockView stock, StockEvent event, Instant at) {
        return switch (event) {
            case StockItemOpened opened -> opened(opened, at, stock.representation());
            case LowStockThresholdSet set -> next(stock, set, set.threshold(), stock.retired(), at, set.version());
            case StockItemRetired retired -> next(stock, retired, stock.lowStockThreshold(), true, at, stock.version());
            case StockAdjusted adjusted -> counted(stock, adjusted, at);
            case StockReserved reserved -> counted(stock, reserved, at);
            case ReservationCommitted committed -> counted(stock, committed, at);
            case ReservationReleased released -> counted(stock, released, at);
            case StockRestocked restocked -> counted(stock, restocked, at);
        };
    }

    /** How many pieces this event sold, or took back if it is below zero. */
    static int sold(StockEvent event) {
        return switch (event) {
            case ReservationCommitted committed -> committed.quantity();
            case StockRestocked restocked -> -restocked.quantity();
            default -> 0;
        };
    }

    private static StockView counted(StockView stock, StockEvent event, Instant at) {
        return next(stock, event, stock.lowStockThreshold(), stock.retired(), at, stock.version());
    }

    private static StockView next(
            StockView stock, StockEvent event, int threshold, boolean retired, Instant at, long version) {
        return new StockView(
                event.sku(),
                event.productId(),
                event.level(),
                threshold,
                retired,
                at,
                version,
                stock.representation() + 1);
    }
}
