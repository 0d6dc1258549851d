package duka.inventory.query;

import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.LowStockThresholdSet;
import duka.inventory.api.StockEvent.ReservationCommitted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.inventory.api.StockEvent.StockItemRetired;
import duka.inventory.api.StockEvent.StockRestocked;
import duka.inventory.api.StockView;
import java.time.Instant;

/** What a SKU's events make of its stock. */
final class StockFold {

    private StockFold() {}

    /** Stock that is opened again begins anew, but for what was sold of it before. */
    static StockView opened(StockItemOpened event, Instant at, long news) {
        return new StockView(
                event.sku(), event.productId(), event.level(), event.lowStockThreshold(), false, at, 1, news + 1);
    }

    static StockView apply(StockView stock, StockEvent event, Instant at) {
        return switch (event) {
            case StockItemOpened opened -> opened(opened, at, stock.representation());
            case LowStockThresholdSet set -> next(stock, set, set.threshold(), stock.retired(), at, set.version());
            case StockItemRetired retired -> next(stock, retired, stock.lowStockThreshold(), true, at, stock.version());
            default -> next(stock, event, stock.lowStockThreshold(), stock.retired(), at, stock.version());
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
