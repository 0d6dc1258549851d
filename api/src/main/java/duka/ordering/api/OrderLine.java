package duka.ordering.api;

import duka.catalog.api.ProductId;
import duka.kernel.Money;
import duka.kernel.Sku;
import org.jspecify.annotations.Nullable;

/**
 * The order's own copy of what was bought, whatever the catalogue says later.
 *
 * @param image the address of its picture at the time, or {@code null}
 */
public record OrderLine(
        Sku sku,
        ProductId productId,
        String name,
        @Nullable String image,
        int quantity,
        Money unitPrice,
        Money lineTotal) {}
