package duka.inventory.web;

import duka.inventory.api.StockView;

/** One SKU's stock as staff read it. Quantities are pieces. */
record StockResponse(String sku, int onHand, int reserved, int available, int lowStockThreshold, long version) {

    static StockResponse of(StockView stock) {
        return new StockResponse(
                stock.sku().code(),
                stock.level().onHand(),
                stock.level().reserved(),
                stock.level().available(),
                stock.lowStockThreshold(),
                stock.version());
    }
}
