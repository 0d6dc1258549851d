package duka.catalog.web;

import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductView;
import duka.catalog.api.Variant;
import duka.kernel.web.MoneyJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as everybody may read it. */
record ProductResponse(
        String id,
        String slug,
        String name,
        String description,
        @Nullable CategoryLink category,
        MoneyJson price,
        @Nullable MoneyJson compareAtPrice,
        String sku,
        List<Image> images,
        Map<String, String> attributes,
        List<VariantJson> variants,
        Stock stock,
        Rating rating,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    record CategoryLink(String id, String name, String slug) {}

    record Image(String id, String url, String alt, int width, int height) {}

    record VariantJson(String sku, Map<String, String> options, MoneyJson price, VariantStock stock) {}

    record VariantStock(int available, boolean inStock) {}

    record Stock(int available, boolean inStock, boolean lowStock) {}

    /** @param average one decimal as text, or {@code null} while nobody rated it */
    record Rating(@Nullable String average, int count) {}

    static ProductResponse of(ProductView product) {
        ProductContent content = product.content();
        return new ProductResponse(
                product.id().toString(),
                content.slug(),
                content.name(),
                content.description(),
                category(product),
                MoneyJson.of(content.price()),
                MoneyJson.ofNullable(content.compareAtPrice()),
                content.sku().code(),
                product.images().stream().map(ProductResponse::image).toList(),
                content.attributes(),
                content.variants().stream()
                        .map(variant -> variant(product, variant))
                        .toList(),
                stock(product),
                rating(product),
                content.active() && !product.archived(),
                product.createdAt(),
                product.updatedAt(),
                product.version());
    }

    private static @Nullable CategoryLink category(ProductView product) {
        ProductView.CategoryLink link = product.category();
        return link == null ? null : new CategoryLink(link.id().toString(), link.name(), link.slug());
    }

    static Image image(ProductView.Image image) {
        return new Image(image.id().toString(), image.url(), image.alt(), image.width(), image.height());
    }

    private static VariantJson variant(ProductView product, Variant variant) {
        int available = product.availableOf(variant.sku());
        return new VariantJson(
                variant.sku().code(),
                variant.options(),
                MoneyJson.of(product.content().priceOf(variant)),
                new VariantStock(available, available > 0));
    }

    private static Stock stock(ProductView product) {
        int available = product.stock().stream()
                .mapToInt(ProductView.VariantStock::available)
                .sum();
        boolean low = product.stock().stream().anyMatch(ProductView.VariantStock::low);
        return new Stock(available, available > 0, low);
    }

    private static Rating rating(ProductView product) {
        BigDecimal average = product.ratingAverage();
        return new Rating(
                average == null
                        ? null
                        : average.setScale(1, RoundingMode.HALF_UP).toPlainString(),
                product.ratingCount());
    }
}
