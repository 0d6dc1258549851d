package duka.catalog.web;

import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductView;
import duka.catalog.api.Variant;
import duka.kernel.web.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What staff say about a product.
 *
 * @param stock pieces on the shelf of a simple product
 * @param variants all of them; a simple product names none and has one, its {@code sku}
 * @param slug made from the name when absent
 * @param isActive true when absent
 */
record ProductRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 20_000) String description,
        @NotNull @Valid MoneyJson price,
        @Nullable @Valid MoneyJson compareAtPrice,
        @NotNull @Pattern(regexp = SKU) String sku,
        @Nullable String categoryId,
        @Nullable @PositiveOrZero @Max(MOST_PIECES) Integer stock,
        @Nullable @Valid @Size(max = 200) List<@NotNull VariantRequest> variants,
        @Nullable @Size(max = 100) Map<@NotBlank @Size(max = 80) String, @NotNull @Size(max = 500) String> attributes,

        @Nullable @Pattern(regexp = Slugs.PATTERN) @Size(max = Slugs.MAX_LENGTH)
        String slug,

        @Nullable Boolean isActive) {

    static final String SKU = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    static final int MOST_PIECES = 100_000_000;

    /** @param price the product's when absent */
    record VariantRequest(
            @NotNull @Pattern(regexp = SKU) String sku,
            @Nullable @Size(max = 20) Map<@NotBlank @Size(max = 80) String, @NotNull @Size(max = 200) String> options,
            @Nullable @Valid MoneyJson price,
            @Nullable @PositiveOrZero @Max(MOST_PIECES) Integer stock) {

        static VariantRequest of(Variant variant) {
            return new VariantRequest(
                    variant.sku().code(), variant.options(), MoneyJson.ofNullable(variant.price()), null);
        }

        Map<String, String> optionsOrNone() {
            return options == null ? Map.of() : options;
        }
    }

    /** What a partial change begins with. The stock is left out: it changes only when it is named. */
    static ProductRequest of(ProductView product) {
        ProductContent content = product.content();
        boolean simple = content.variants().size() == 1
                && content.variants().getFirst().equals(new Variant(content.sku(), Map.of(), null));
        return new ProductRequest(
                content.name(),
                content.description(),
                MoneyJson.of(content.price()),
                MoneyJson.ofNullable(content.compareAtPrice()),
                content.sku().code(),
                content.categoryId() == null ? null : content.categoryId().toString(),
                null,
                simple
                        ? null
                        : content.variants().stream().map(VariantRequest::of).toList(),
                content.attributes(),
                content.slug(),
                content.active());
    }

    /** The variants that were named, or the one of a simple product. The product's own stock is that of its own SKU. */
    List<VariantRequest> allVariants() {
        if (variants == null || variants.isEmpty()) {
            return List.of(new VariantRequest(sku, Map.of(), null, stock));
        }
        return variants.stream().map(this::withOwnStock).toList();
    }

    private VariantRequest withOwnStock(VariantRequest variant) {
        return variant.stock() == null && variant.sku().equalsIgnoreCase(sku)
                ? new VariantRequest(variant.sku(), variant.options(), variant.price(), stock)
                : variant;
    }
}
