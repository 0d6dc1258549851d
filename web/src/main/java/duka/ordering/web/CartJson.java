package duka.ordering.web;

import duka.cart.api.PricedCart;
import duka.cart.api.PricedCart.PricedLine;
import duka.catalog.api.ProductView;
import duka.kernel.CurrencyCode;
import duka.kernel.web.MoneyJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cart that could not be ordered as it was: the same shape as the cart's own address shows. */
record CartJson(String id, List<Item> items, int itemCount, MoneyJson subtotal, long version) {

    record Item(
            String id,
            String sku,
            Product product,
            int quantity,
            MoneyJson unitPrice,
            MoneyJson lineTotal,
            int available,
            @Nullable String problem) {}

    /** What of a line's product the catalogue still knows. */
    record Product(
            String id,
            @Nullable String slug,
            String name,
            @Nullable String image) {}

    static CartJson of(PricedCart priced, CurrencyCode currency) {
        return new CartJson(
                priced.cart().id().toString(),
                priced.lines().stream().map(CartJson::item).toList(),
                priced.itemCount(),
                MoneyJson.of(priced.subtotal(currency)),
                priced.cart().version());
    }

    private static Item item(PricedLine priced) {
        return new Item(
                priced.line().itemId().toString(),
                priced.line().sku().code(),
                product(priced),
                priced.line().quantity(),
                MoneyJson.of(priced.unitPrice()),
                MoneyJson.of(priced.lineTotal()),
                priced.available(),
                priced.problem() == null ? null : priced.problem().name().toLowerCase(Locale.ROOT));
    }

    private static Product product(PricedLine priced) {
        String id = priced.line().productId().toString();
        ProductView product = priced.product();
        if (product == null) {
            return new Product(id, null, priced.line().sku().code(), null);
        }
        String image =
                product.images().isEmpty() ? null : product.images().getFirst().url();
        return new Product(id, product.content().slug(), product.content().name(), image);
    }
}
