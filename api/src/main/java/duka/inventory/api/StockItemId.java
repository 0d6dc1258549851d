package duka.inventory.api;

import duka.kernel.Sku;

/**
 * One SKU's stock. The prefix keeps its stream apart from all UUIDs, since a SKU may be spelled like one; the SKU in it
 * is the normalized one.
 */
public record StockItemId(String value) {

    private static final String PREFIX = "sku:";

    public static StockItemId of(Sku sku) {
        return new StockItemId(PREFIX + sku.normalized());
    }

    @Override
    public String toString() {
        return value;
    }
}
