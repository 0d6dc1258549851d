package duka.analytics.api;

import duka.catalog.api.ProductId;
import duka.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of how products sell. */
public record ProductPerformance(long count, List<Entry> results) {

    /**
     * @param sku the product's first
     * @param revenue what its lines in confirmed orders came to
     * @param conversionRate orders with it per view, from 0 to 1; 0 without views
     * @param rating of today, or {@code null} without reviews
     */
    public record Entry(
            ProductId productId,
            @Nullable String sku,
            String name,
            long unitsSold,
            Money revenue,
            long views,
            long addToCarts,
            BigDecimal conversionRate,
            @Nullable BigDecimal rating) {}
}
