package duka.catalog.api;

import duka.kernel.Money;
import duka.kernel.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as a shop window shows it.
 *
 * @param category where it hangs, or {@code null}
 * @param archived true only for those who may still look at it, through an order
 * @param representation rises with every change of anything shown, the stock included
 */
public record ProductView(
        ProductId id,
        ProductContent content,
        @Nullable CategoryLink category,
        List<Image> images,
        List<VariantStock> stock,
        @Nullable BigDecimal ratingAverage,
        int ratingCount,
        boolean archived,
        Instant createdAt,
        Instant updatedAt,
        long version,
        long representation) {

    public record CategoryLink(CategoryId id, String name, String slug) {}

    public record Image(UUID id, String url, String alt, int width, int height) {}

    /** @param low whether so few are left that a customer may want to know */
    public record VariantStock(Sku sku, int available, boolean low) {}

    public int availableOf(Sku sku) {
        return stock.stream()
                .filter(one -> one.sku().equals(sku))
                .mapToInt(VariantStock::available)
                .findFirst()
                .orElse(0);
    }

    /** The price that the variant is sold at today, or nothing if the product has no such variant. */
    public Optional<Money> priceOf(Sku sku) {
        return content.variants().stream()
                .filter(variant -> variant.sku().equals(sku))
                .map(content::priceOf)
                .findFirst();
    }

    /** The attributes of its kind, in the order in which they were given. */
    public Map<String, String> attributes() {
        return content.attributes();
    }
}
