package duka.catalog.query;

import static duka.kernel.query.Story.id;
import static duka.kernel.query.Story.shillings;

import duka.catalog.api.CategoryEvent.CategoryCreated;
import duka.catalog.api.CategoryEvent.CategoryDeleted;
import duka.catalog.api.CategoryEvent.CategoryRevised;
import duka.catalog.api.CategoryId;
import duka.catalog.api.ImageId;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductEvent.ProductArchived;
import duka.catalog.api.ProductEvent.ProductCreated;
import duka.catalog.api.ProductEvent.ProductImageAdded;
import duka.catalog.api.ProductEvent.ProductImageRemoved;
import duka.catalog.api.ProductEvent.ProductRevised;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductImage;
import duka.catalog.api.Variant;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockEvent;
import duka.inventory.api.StockEvent.LowStockThresholdSet;
import duka.inventory.api.StockEvent.ReservationCommitted;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.inventory.api.StockEvent.StockItemRetired;
import duka.inventory.api.StockEvent.StockReserved;
import duka.inventory.api.StockEvent.StockRestocked;
import duka.inventory.api.StockItemId;
import duka.inventory.api.StockLevel;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import duka.kernel.query.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells of shelves, products and their stock. */
public final class Catalogue {

    private final Story story;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<Sku, StockLevel> levels = new HashMap<>();

    public Catalogue(Story story) {
        this.story = story;
    }

    public static ProductId product(String name) {
        return new ProductId(id("product " + name));
    }

    public static CategoryId category(String name) {
        return new CategoryId(id("category " + name));
    }

    public static Sku sku(String name) {
        return new Sku(name.replaceAll("[^A-Za-z0-9]", "-"));
    }

    /** A simple product whose SKU, slug and description follow from its name. */
    public static ProductContent content(String name, long price, String category) {
        return content(name, "Buy " + name, price, category, true, sku(name));
    }

    public static ProductContent content(
            String name, String description, long price, String category, boolean active, Sku... skus) {
        return new ProductContent(
                sku(name).code().toLowerCase(Locale.ROOT),
                name,
                description,
                shillings(price),
                null,
                category == null ? null : category(category),
                Map.of("origin", "Kenya"),
                List.of(skus).stream()
                        .map(sku -> new Variant(sku, Map.of(), null))
                        .toList(),
                active);
    }

    public Catalogue shelf(String name, String parent) {
        String slug = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return shelf(name, name, slug, parent);
    }

    /** The shelf as it is called now; the first telling makes it. */
    public Catalogue shelf(String key, String name, String slug, String parent) {
        CategoryId id = category(key);
        CategoryId above = parent == null ? null : category(parent);
        long version = next(id);
        story.tell(
                id,
                version == 1
                        ? new CategoryCreated(id, name, slug, above, "", version)
                        : new CategoryRevised(id, name, slug, above, "", version));
        return this;
    }

    public Catalogue shelfGone(String key) {
        story.tell(category(key), new CategoryDeleted(category(key), next(category(key))));
        return this;
    }

    public Catalogue offer(String name, long price, String category, int onHand) {
        return say(name, content(name, price, category)).open(name, sku(name), onHand);
    }

    /** What is said about the product now; the first saying makes it. */
    public Catalogue say(String key, ProductContent content) {
        ProductId id = product(key);
        long version = next(id);
        story.tell(
                id,
                version == 1
                        ? new ProductCreated(id, content, List.of(), version)
                        : new ProductRevised(id, content, List.of(), version));
        return this;
    }

    public Catalogue archive(String key) {
        story.tell(product(key), new ProductArchived(product(key), next(product(key))));
        return this;
    }

    /** One more picture, called by its key. */
    public Catalogue picture(String key, String picture) {
        ProductImage image = new ProductImage(image(picture), picture + ".jpg", "Look: " + picture, 1_600, 1_200);
        story.tell(product(key), new ProductImageAdded(product(key), image, next(product(key))));
        return this;
    }

    public Catalogue pictureGone(String key, String picture) {
        story.tell(product(key), new ProductImageRemoved(product(key), image(picture), next(product(key))));
        return this;
    }

    private static ImageId image(String picture) {
        return new ImageId(id("image " + picture));
    }

    public Catalogue open(String key, Sku sku, int onHand) {
        return stock(sku, new StockItemOpened(sku, product(key), new StockLevel(onHand, 0), 5));
    }

    public Catalogue adjust(String key, Sku sku, int delta, String reason) {
        StockLevel level = level(sku);
        return stock(
                sku,
                new StockAdjusted(
                        sku,
                        product(key),
                        id("adjustment " + story.size()),
                        delta,
                        reason,
                        new StockLevel(level.onHand() + delta, level.reserved())));
    }

    public Catalogue threshold(String key, Sku sku, int threshold) {
        return stock(sku, new LowStockThresholdSet(sku, product(key), threshold, 2, level(sku)));
    }

    public Catalogue retire(String key, Sku sku) {
        return stock(sku, new StockItemRetired(sku, product(key), level(sku)));
    }

    public Catalogue reserve(String key, Sku sku, OrderId order, int quantity) {
        StockLevel level = level(sku);
        return stock(
                sku,
                new StockReserved(
                        sku,
                        product(key),
                        ReservationId.of(order, sku),
                        order,
                        quantity,
                        new StockLevel(level.onHand(), level.reserved() + quantity)));
    }

    public Catalogue sell(String key, Sku sku, OrderId order, int quantity) {
        reserve(key, sku, order, quantity);
        StockLevel level = level(sku);
        return stock(
                sku,
                new ReservationCommitted(
                        sku,
                        product(key),
                        ReservationId.of(order, sku),
                        order,
                        quantity,
                        new StockLevel(level.onHand() - quantity, level.reserved() - quantity)));
    }

    public Catalogue takeBack(String key, Sku sku, OrderId order, int quantity) {
        StockLevel level = level(sku);
        return stock(
                sku,
                new StockRestocked(
                        sku,
                        product(key),
                        ReservationId.of(order, sku),
                        order,
                        quantity,
                        new StockLevel(level.onHand() + quantity, level.reserved())));
    }

    private Catalogue stock(Sku sku, StockEvent event) {
        levels.put(sku, event.level());
        story.tell(StockItemId.of(sku), event);
        return this;
    }

    private StockLevel level(Sku sku) {
        return levels.getOrDefault(sku, new StockLevel(0, 0));
    }

    private long next(Object id) {
        return versions.merge(id.toString(), 1L, Long::sum);
    }
}
