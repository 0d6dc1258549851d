package duka.wishlist.web;

import duka.catalog.api.ProductView;
import duka.kernel.web.MoneyJson;
import duka.wishlist.api.WishlistQuery.Wish;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A wish, with what the shop says about it today. */
record WishResponse(Product product, Instant addedAt) {

    record Product(
            String id, String slug, String name, @Nullable String image, MoneyJson price, Stock stock) {}

    record Stock(int available, boolean inStock, boolean lowStock) {}

    static WishResponse of(Wish wish, ProductView product) {
        String image =
                product.images().isEmpty() ? null : product.images().getFirst().url();
        return new WishResponse(
                new Product(
                        product.id().toString(),
                        product.content().slug(),
                        product.content().name(),
                        image,
                        MoneyJson.of(product.content().price()),
                        stock(product)),
                wish.addedAt());
    }

    private static Stock stock(ProductView product) {
        int available = product.stock().stream()
                .mapToInt(ProductView.VariantStock::available)
                .sum();
        boolean low = product.stock().stream().anyMatch(ProductView.VariantStock::low);
        return new Stock(available, available > 0, low);
    }
}
