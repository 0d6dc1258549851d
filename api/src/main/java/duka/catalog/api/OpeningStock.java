package duka.catalog.api;

import duka.kernel.Sku;

/** How many pieces of a SKU are on the shelf when its product is first listed. */
public record OpeningStock(Sku sku, int quantity) {}
