package duka.cart.web;

import duka.cart.api.CartCommand.AddCartItem;
import duka.cart.api.CartCommand.MergeCart;
import duka.cart.api.CartCommand.MergeCart.Incoming;
import duka.cart.api.CartId;
import duka.cart.api.PricedCart;
import duka.cart.api.PricedCart.Problem;
import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.FindProductsBySku;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductView;
import duka.catalog.api.Variant;
import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Queries;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds out what somebody means to put into a cart, and what the shop says about it at the moment. */
@Component
class CartItems {

    private final Queries queries;

    CartItems(Queries queries) {
        this.queries = queries;
    }

    AddCartItem added(CartId cart, @Nullable AccountId customer, AddItemRequest request) {
        Wanted wanted = wanted(request);
        ProductView product = wanted.product();
        Money price = product.priceOf(wanted.sku()).orElseThrow(CartItems::notFound);
        return new AddCartItem(
                cart,
                customer,
                wanted.sku(),
                product.id(),
                request.quantity(),
                price,
                product.availableOf(wanted.sku()));
    }

    /** What of a guest's cart is for sale joins. */
    MergeCart merged(CartOwner owner, PricedCart guests) {
        AccountId customer = Objects.requireNonNull(owner.account());
        List<Incoming> lines = guests.lines().stream()
                .filter(line -> line.problem() != Problem.UNAVAILABLE)
                .map(line -> new Incoming(
                        line.line().sku(),
                        line.line().productId(),
                        line.line().quantity(),
                        line.unitPrice(),
                        line.available()))
                .toList();
        return new MergeCart(owner.cart(), customer, guests.cart().id(), lines);
    }

    private record Wanted(ProductView product, Sku sku) {}

    private Wanted wanted(AddItemRequest request) {
        if (request.sku() != null) {
            Sku sku = Sku.parse(request.sku()).orElseThrow(CartItems::notFound);
            return new Wanted(forSale(bySku(sku)), sku);
        }
        if (request.productId() == null) {
            throw InvalidInput.field("sku", "required", "Name a SKU or a product.");
        }
        ProductView product = Uuids.parse(request.productId())
                .map(id -> forSale(byId(id.toString())))
                .orElseThrow(CartItems::notFound);
        List<Variant> variants = product.content().variants();
        if (variants.size() > 1) {
            throw InvalidInput.field("sku", "variant_required", "This product has variants: name the SKU of one.");
        }
        return new Wanted(product, variants.getFirst().sku());
    }

    private Stream<ProductView> bySku(Sku sku) {
        return queries.ask(new FindProductsBySku(List.of(sku)), Products.class).results().stream()
                .filter(product -> product.priceOf(sku).isPresent());
    }

    private Stream<ProductView> byId(String id) {
        return queries.ask(new FindProduct(id), Products.class).results().stream();
    }

    private static ProductView forSale(Stream<ProductView> found) {
        Optional<ProductView> product =
                found.filter(one -> one.content().active() && !one.archived()).findFirst();
        return product.orElseThrow(CartItems::notFound);
    }

    private static HttpRefusal notFound() {
        return new HttpRefusal(HttpStatus.NOT_FOUND, "product_not_found", "There is no such product.");
    }
}
