package duka.kernel.web;

import duka.cart.api.CartCommand.CheckOutCart;
import duka.cart.api.CartId;
import duka.cart.api.CartQuery.FindCart;
import duka.cart.api.CartView;
import duka.catalog.api.CatalogQuery;
import duka.catalog.api.CatalogQuery.Categories;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.CategoryCommand.CreateCategory;
import duka.catalog.api.CategoryView;
import duka.catalog.api.ImageId;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.AddProductImage;
import duka.catalog.api.ProductCommand.ArchiveProduct;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.RemoveProductImage;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductImage;
import duka.catalog.api.ProductView;
import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.inventory.api.StockLevel;
import duka.inventory.api.StockQuery;
import duka.inventory.api.StockView;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderQuery;
import duka.ordering.api.OrderStatus;
import duka.ordering.api.OrderView;
import duka.payment.api.PaymentQuery;
import duka.payment.api.PaymentView;
import duka.shipping.api.ShipmentQuery;
import duka.shipping.api.ShipmentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A shop in memory, behind the edge: it answers questions, writes down commands and does the simplest of them. */
public final class World {

    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    public final Map<ProductId, ProductView> products = new ConcurrentHashMap<>();
    public final Map<Sku, StockView> stock = new ConcurrentHashMap<>();
    public final Map<UUID, CategoryView> categories = new ConcurrentHashMap<>();
    public final Map<CartId, CartView> carts = new ConcurrentHashMap<>();
    public final Map<OrderId, SaleView> sales = new ConcurrentHashMap<>();
    public final List<ShipmentView> shipments = new CopyOnWriteArrayList<>();
    public final List<Object> sent = new CopyOnWriteArrayList<>();
    public volatile boolean visible = true;
    public volatile boolean fresh = true;
    public volatile boolean phoneBusy;
    public final Map<String, UUID> claims = new ConcurrentHashMap<>();
    private final Map<Class<?>, Consumer<Object>> reactions = new HashMap<>();
    private final Map<Class<?>, Function<Object, Object>> answers = new HashMap<>();
    private final Map<Class<?>, Function<Object, Object>> results = new HashMap<>();

    void reset() {
        products.clear();
        stock.clear();
        categories.clear();
        carts.clear();
        sales.clear();
        shipments.clear();
        sent.clear();
        claims.clear();
        reactions.clear();
        answers.clear();
        results.clear();
        visible = true;
        fresh = true;
        phoneBusy = false;
    }

    /** What else happens when such a command comes; it may throw a refusal. */
    public <C> void on(Class<C> command, Consumer<C> reaction) {
        reactions.put(command, sentOne -> reaction.accept(command.cast(sentOne)));
    }

    /** What is answered to such a question. */
    public <Q> void answers(Class<Q> query, Function<Q, Object> answer) {
        answers.put(query, asked -> answer.apply(query.cast(asked)));
    }

    /** What such a command's handler answers. */
    public <C> void results(Class<C> command, Function<C, Object> result) {
        results.put(command, sentOne -> result.apply(command.cast(sentOne)));
    }

    public <C> List<C> sent(Class<C> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** A product with its stock on the shelf. */
    public ProductView list(ProductId id, ProductContent content, int pieces) {
        content.variants().forEach(variant -> shelve(id, variant.sku(), pieces));
        ProductView product = view(id, content, 1, false);
        products.put(id, product);
        return product;
    }

    public void shelve(ProductId product, Sku sku, int pieces) {
        stock.put(sku, new StockView(sku, product, new StockLevel(pieces, 0), 5, false, NOW, 1, 1));
    }

    Object handle(Object command) {
        sent.add(command);
        reactions.getOrDefault(command.getClass(), ignored -> {}).accept(command);
        switch (command) {
            case CreateProduct create -> {
                create.openingStock().forEach(opening -> shelve(create.productId(), opening));
                products.put(create.productId(), view(create.productId(), create.content(), 1, false));
            }
            case ReviseProduct revise -> {
                revise.openingStock().forEach(opening -> shelve(revise.productId(), opening));
                long version = products.get(revise.productId()).version() + 1;
                products.put(revise.productId(), view(revise.productId(), revise.content(), version, false));
            }
            case AddProductImage add -> products.computeIfPresent(add.productId(), (id, now) -> with(now, add.image()));
            case RemoveProductImage remove ->
                products.computeIfPresent(remove.productId(), (id, now) -> without(now, remove.imageId()));
            case ArchiveProduct archive ->
                products.computeIfPresent(
                        archive.productId(), (id, now) -> view(id, now.content(), now.version() + 1, true));
            case CreateCategory create ->
                categories.put(
                        create.categoryId().value(),
                        new CategoryView(
                                create.categoryId(),
                                create.name(),
                                create.slug(),
                                create.parentId(),
                                create.description(),
                                0,
                                1));
            case CheckOutCart out ->
                carts.computeIfPresent(
                        out.cartId(), (id, cart) -> new CartView(id, cart.customerId(), List.of(), cart.version() + 1));
            case PlaceOrder place -> show(placed(place));
            case CancelOrder cancel -> show(ended(sales.get(cancel.orderId()), OrderStatus.CANCELLED));
            default -> {}
        }
        return results.getOrDefault(command.getClass(), any -> new Object()).apply(command);
    }

    public void show(SaleView sale) {
        sales.put(sale.order().id(), sale);
    }

    public static SaleView ended(SaleView sale, OrderStatus status) {
        OrderView order = sale.order();
        List<OrderView.HistoryEntry> history = new ArrayList<>(order.history());
        history.add(new OrderView.HistoryEntry(NOW, status, null));
        OrderView ended = new OrderView(
                order.id(),
                order.content(),
                status,
                order.shippingAddress(),
                order.notes(),
                order.payBy(),
                order.dispatched(),
                order.rejection(),
                order.placedAt(),
                NOW,
                history,
                order.version());
        return new SaleView(ended, sale.payment(), sale.shipments(), sale.representation() + 1);
    }

    public static SaleView placed(PlaceOrder place) {
        OrderView order = new OrderView(
                place.orderId(),
                place.content(),
                OrderStatus.PLACED,
                place.content().shippingAddress(),
                place.content().notes(),
                null,
                false,
                null,
                NOW,
                NOW,
                List.of(new OrderView.HistoryEntry(NOW, OrderStatus.PLACED, null)),
                1);
        return new SaleView(order, null, List.of(), 1);
    }

    Object answer(Object query) {
        Function<Object, Object> told = answers.get(query.getClass());
        return told == null ? known(query) : told.apply(query);
    }

    private Object known(Object query) {
        return switch (query) {
            case CatalogQuery catalogue -> answer(catalogue);
            case StockQuery.FindStock find -> items(item -> find.skus().contains(item.sku()));
            case StockQuery.ListStock list -> items(item -> true);
            case StockQuery.ListAdjustments list -> new StockQuery.Adjustments(0, List.of());
            case FindCart find -> carts.getOrDefault(find.cartId(), CartView.empty(find.cartId()));
            case OrderQuery.FindOrder find -> sales(sale -> sale.order().id().equals(find.orderId()));
            case OrderQuery.FindOrderByNumber find ->
                sales(sale -> sale.order().content().number().equals(find.number()));
            case OrderQuery.ListOrders list ->
                sales(sale -> list.customerId() == null
                        || list.customerId().equals(sale.order().content().customerId()));
            case PaymentQuery payment -> answer(payment);
            case ShipmentQuery.FindShipment find -> shipments(one -> one.id().equals(find.shipmentId()));
            case ShipmentQuery.TrackShipment track ->
                shipments(one -> track.trackingNumber().equals(one.trackingNumber()));
            case ShipmentQuery.ListShipments list ->
                shipments(one -> list.customerId() == null || list.customerId().equals(one.customerId()));
            default -> throw new IllegalArgumentException("Nobody answers " + query);
        };
    }

    private Object answer(CatalogQuery query) {
        return switch (query) {
            case CatalogQuery.ListCategories list -> categories(category -> true);
            case CatalogQuery.FindCategory find ->
                categories(category -> category.id().toString().equals(find.idOrSlug())
                        || category.slug().equals(find.idOrSlug()));
            case CatalogQuery.FindCategoryPath path ->
                categories(category -> category.id().equals(path.categoryId()));
            case CatalogQuery.FindProducts find ->
                products(product -> find.inactiveToo() || product.content().active());
            case CatalogQuery.FindProduct find ->
                products(product -> product.id().toString().equals(find.idOrSlug())
                        || product.content().slug().equals(find.idOrSlug()));
            case CatalogQuery.FindProductsById find ->
                products(product -> find.ids().contains(product.id()));
            case CatalogQuery.FindProductsBySku find ->
                products(product -> find.skus().stream()
                        .anyMatch(sku -> product.priceOf(sku).isPresent()));
            case CatalogQuery.Suggest suggest -> new CatalogQuery.Suggestions(List.of(), List.of());
        };
    }

    private Object answer(PaymentQuery query) {
        return switch (query) {
            case PaymentQuery.FindPayment find ->
                payments(payment -> payment.id().equals(find.paymentId()));
            case PaymentQuery.FindPaymentOfAttempt find ->
                payments(payment -> payment.attempts().stream()
                        .anyMatch(attempt -> attempt.id().equals(find.attemptId())));
            case PaymentQuery.ListPayments list ->
                payments(payment ->
                        list.customerId() == null || list.customerId().equals(payment.customerId()));
            case PaymentQuery.FindPromptOnPhone find -> new PaymentQuery.PhoneBusy(phoneBusy);
            case PaymentQuery.ListRefunds list ->
                refunds((payment, refund) ->
                        list.customerId() == null || list.customerId().equals(payment.customerId()));
            case PaymentQuery.FindRefund find ->
                refunds((payment, refund) -> refund.id().equals(find.refundId()));
            default -> payments(payment -> false);
        };
    }

    private Products products(Predicate<ProductView> wanted) {
        List<ProductView> found =
                products.values().stream().filter(wanted).map(this::stocked).toList();
        return new Products(found.size(), found, null);
    }

    private Categories categories(Predicate<CategoryView> wanted) {
        List<CategoryView> found = categories.values().stream().filter(wanted).toList();
        return new Categories(found.size(), found);
    }

    private StockQuery.StockItems items(Predicate<StockView> wanted) {
        List<StockView> found = stock.values().stream().filter(wanted).toList();
        return new StockQuery.StockItems(found.size(), found);
    }

    private Sales sales(Predicate<SaleView> wanted) {
        List<SaleView> found = sales.values().stream().filter(wanted).toList();
        return new Sales(found.size(), found);
    }

    private PaymentQuery.PaymentRefunds refunds(BiPredicate<PaymentView, PaymentView.Refund> wanted) {
        List<PaymentQuery.PaymentRefund> found = payments(payment -> true).results().stream()
                .flatMap(payment -> payment.refunds().stream()
                        .filter(refund -> wanted.test(payment, refund))
                        .map(refund -> new PaymentQuery.PaymentRefund(payment, refund)))
                .toList();
        return new PaymentQuery.PaymentRefunds(found.size(), found);
    }

    private PaymentQuery.Payments payments(Predicate<PaymentView> wanted) {
        List<PaymentView> found = sales.values().stream()
                .map(SaleView::payment)
                .filter(Objects::nonNull)
                .filter(wanted)
                .toList();
        return new PaymentQuery.Payments(found.size(), found);
    }

    private ShipmentQuery.Shipments shipments(Predicate<ShipmentView> wanted) {
        List<ShipmentView> found = shipments.stream().filter(wanted).toList();
        return new ShipmentQuery.Shipments(found.size(), found);
    }

    private void shelve(ProductId product, OpeningStock opening) {
        shelve(product, opening.sku(), opening.quantity());
    }

    private ProductView stocked(ProductView product) {
        List<ProductView.VariantStock> shelves = product.content().variants().stream()
                .filter(variant -> stock.containsKey(variant.sku()))
                .map(variant -> new ProductView.VariantStock(
                        variant.sku(), stock.get(variant.sku()).level().available(), false))
                .toList();
        return new ProductView(
                product.id(),
                product.content(),
                product.category(),
                product.images(),
                shelves,
                null,
                0,
                product.archived(),
                NOW,
                NOW,
                product.version(),
                product.representation());
    }

    private static ProductView view(ProductId id, ProductContent content, long version, boolean archived) {
        return new ProductView(id, content, null, List.of(), List.of(), null, 0, archived, NOW, NOW, version, version);
    }

    private static ProductView with(ProductView product, ProductImage image) {
        List<ProductView.Image> images = new ArrayList<>(product.images());
        images.add(new ProductView.Image(
                image.id().value(), "/api/media/" + image.key(), image.alt(), image.width(), image.height()));
        return showing(product, images);
    }

    private static ProductView without(ProductView product, ImageId removed) {
        return showing(
                product,
                product.images().stream()
                        .filter(image -> !image.id().equals(removed.value()))
                        .toList());
    }

    private static ProductView showing(ProductView product, List<ProductView.Image> images) {
        return new ProductView(
                product.id(),
                product.content(),
                product.category(),
                images,
                product.stock(),
                null,
                0,
                product.archived(),
                NOW,
                NOW,
                product.version() + 1,
                product.representation() + 1);
    }
}
