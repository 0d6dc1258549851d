package duka.catalog.api;

import duka.kernel.Money;
import duka.kernel.Sku;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a product that can be bought.
 *
 * @param options what sets it apart, such as {@code size: M}
 * @param price its own price, or {@code null} for the product's
 */
public record Variant(
        Sku sku, Map<String, String> options, @Nullable Money price) {}
