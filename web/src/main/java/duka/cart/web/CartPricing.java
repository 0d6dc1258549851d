package duka.cart.web;

import duka.cart.api.CartQuery.FindCart;
import duka.cart.api.CartQuery.PriceCart;
import duka.cart.api.CartView;
import duka.cart.api.PricedCart;
import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.FindProductsBySku;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductView;
import duka.kernel.web.Queries;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Lays the catalogue's prices and stock of this moment over a cart. */
@Component
class CartPricing {

    private final Queries queries;

    CartPricing(Queries queries) {
        this.queries = queries;
    }

    @QueryHandler
    PricedCart handle(PriceCart query) {
        CartView cart = queries.ask(new FindCart(query.cartId()), CartView.class);
        return cart.lines().isEmpty() ? PricedCart.of(cart, List.of()) : PricedCart.of(cart, productsOf(cart));
    }

    private List<ProductView> productsOf(CartView cart) {
        List<ProductView> products = new ArrayList<>(queries.ask(
                        new FindProductsBySku(
                                cart.lines().stream().map(CartView.Line::sku).toList()),
                        Products.class)
                .results());
        for (CartView.Line line : cart.lines()) {
            if (products.stream()
                    .noneMatch(product -> product.priceOf(line.sku()).isPresent())) {
                products.addAll(queries.ask(new FindProduct(line.productId().toString()), Products.class)
                        .results());
            }
        }
        return products;
    }
}
