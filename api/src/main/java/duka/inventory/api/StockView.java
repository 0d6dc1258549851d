package duka.inventory.api;

import duka.catalog.api.ProductId;
import duka.kernel.Sku;
import java.time.Instant;

/** One SKU's stock as staff see it. */
public record StockView(
        Sku sku,
        ProductId productId,
        StockLevel level,
        int lowStockThreshold,
        boolean retired,
        Instant updatedAt,
        long version,
        long representation) {}
