package duka.catalog.api;

import duka.kernel.Money;
import duka.kernel.Sku;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop says about a product.
 *
 * @param slug the name in its address, unique in the shop
 * @param compareAtPrice the price to strike through, or {@code null}
 * @param variants at least one; a simple product has one
 * @param active whether it is shown and sold
 */
public record ProductContent(
        String slug,
        String name,
        String description,
        Money price,
        @Nullable Money compareAtPrice,
        @Nullable CategoryId categoryId,
        Map<String, String> attributes,
        List<Variant> variants,
        boolean active) {

    /** The SKU by which a simple product is known: its first variant's. */
    public Sku sku() {
        return variants.getFirst().sku();
    }

    public Money priceOf(Variant variant) {
        return variant.price() == null ? price : variant.price();
    }
}
