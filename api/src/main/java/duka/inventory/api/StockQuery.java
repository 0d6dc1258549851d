package duka.inventory.api;

import duka.kernel.Sku;
import duka.kernel.api.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What may be asked about stock. */
public sealed interface StockQuery {

    /** → {@link StockItems}, by SKU. */
    record ListStock(PageRequest page) implements StockQuery {}

    /** → {@link StockItems} of those that are known. */
    record FindStock(List<Sku> skus) implements StockQuery {}

    /** The corrections of one SKU, the newest first → {@link Adjustments}. */
    record ListAdjustments(Sku sku, PageRequest page) implements StockQuery {}

    record StockItems(long count, List<StockView> results) {}

    record Adjustments(long count, List<Adjustment> results) {}

    record Adjustment(UUID id, int delta, String reason, int onHand, Instant at, String actor) {}
}
