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
 * @param sku by which the product as a whole is known; a simple product's only variant has the same
 * @param compareAtPrice the price to strike through, or {@code null}
 * @param variants at least one; a simple product has one
 * @param active whether it is shown and sold
 */
public record ProductContent(
        String slug,
        Sku sku,
        String name,
        String description,
        Money price,
        @Nullable Money compareAtPrice,
        @Nullable CategoryId categoryId,
        Map<String, String> attributes,
        List<Variant> variants,
        boolean active) {

    /** A product that is known by its first variant's SKU. */
    public ProductContent(
            String slug,
            String name,
            String description,
            Money price,
            @Nullable Money compareAtPrice,
            @Nullable CategoryId categoryId,
            Map<String, String> attributes,
            List<Variant> variants,
            boolean active) {
        this(
                slug,
                variants.getFirst().sku(),
                name,
                description,
                price,
                compareAtPrice,
                categoryId,
                attributes,
                variants,
                active);
    }

    public Money priceOf(Variant variant) {
        return variant.price() == null ? price : variant.price();
    }
}
