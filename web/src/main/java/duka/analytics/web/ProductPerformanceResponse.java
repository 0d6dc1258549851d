package duka.analytics.web;

import duka.analytics.api.ProductPerformance;
import duka.kernel.web.MoneyJson;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one product sells. */
record ProductPerformanceResponse(
        String productId,
        @Nullable String sku,
        String name,
        long unitsSold,
        MoneyJson revenue,
        long views,
        long addToCarts,
        BigDecimal conversionRate,
        @Nullable BigDecimal rating) {

    static List<ProductPerformanceResponse> of(ProductPerformance found) {
        return found.results().stream()
                .map(entry -> new ProductPerformanceResponse(
                        entry.productId().toString(),
                        entry.sku(),
                        entry.name(),
                        entry.unitsSold(),
                        MoneyJson.of(entry.revenue()),
                        entry.views(),
                        entry.addToCarts(),
                        entry.conversionRate(),
                        entry.rating()))
                .toList();
    }

    static CsvFile csv(List<ProductPerformanceResponse> products) {
        CsvFile file = new CsvFile(
                "products",
                "product_id",
                "sku",
                "name",
                "units_sold",
                "revenue",
                "views",
                "add_to_carts",
                "conversion_rate",
                "rating",
                "currency");
        for (ProductPerformanceResponse product : products) {
            file.row(
                    product.productId,
                    product.sku,
                    product.name,
                    product.unitsSold,
                    product.revenue,
                    product.views,
                    product.addToCarts,
                    product.conversionRate,
                    product.rating,
                    product.revenue.currency());
        }
        return file;
    }
}
