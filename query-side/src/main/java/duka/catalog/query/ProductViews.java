package duka.catalog.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.catalog.api.CategoryId;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductImage;
import duka.catalog.api.ProductView;
import duka.catalog.api.ProductView.CategoryLink;
import duka.catalog.api.ProductView.VariantStock;
import duka.catalog.api.Variant;
import duka.kernel.Sku;
import duka.kernel.query.Stamps;
import duka.kernel.query.Stamps.Topic;
import duka.kernel.query.ViewJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts products together from their rows, and keeps each until it changes. */
@Component
class ProductViews {

    /** Of kept text, in units of {@value #UNIT} signs. */
    private static final int MOST_UNITS = 40_000;

    private static final int UNIT = 1_024;
    private static final String MEDIA = "/api/media/";
    private static final String PRODUCTS = """
            SELECT p.id, p.document, p.product_news, p.rating, p.rating_count, c.id, c.name, c.slug,
                   p.product_news + p.stock_news + p.review_news + coalesce(c.version, 0)
            FROM read.product p LEFT JOIN read.category c ON c.id = p.category_id
            WHERE p.document IS NOT NULL AND p.id = ANY (?)""";
    private static final String STOCK = """
            SELECT product_id, sku_key, sku, on_hand - reserved, threshold FROM read.stock_item
            WHERE product_id = ANY (?) AND NOT retired""";

    private final JdbcClient database;
    private final ViewJson json;
    private final Stamps stamps;
    private final Cache<UUID, KeptProduct> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_UNITS)
            .weigher((UUID id, KeptProduct product) -> product.weight())
            .build();

    ProductViews(JdbcClient database, ViewJson json, Stamps stamps) {
        this.database = database;
        this.json = json;
        this.stamps = stamps;
    }

    /** In the order that was asked for; what is not there is left out. */
    List<ProductView> find(List<UUID> ids) {
        long categories = stamps.of(Topic.CATEGORIES);
        Map<UUID, ProductView> found = new HashMap<>();
        Map<UUID, Long> missing = new HashMap<>();
        for (UUID id : ids) {
            long stamp = stamps.of(id);
            KeptProduct product = kept.getIfPresent(id);
            if (product != null && product.stamp() == stamp && product.categories() == categories) {
                found.put(id, product.view());
            } else {
                missing.put(id, stamp);
            }
        }
        if (!missing.isEmpty()) {
            load(missing.keySet()).forEach((id, loaded) -> {
                kept.put(
                        id,
                        new KeptProduct(
                                missing.getOrDefault(id, 0L),
                                categories,
                                loaded.news(),
                                loaded.document(),
                                loaded.view()));
                found.put(id, loaded.view());
            });
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private Map<UUID, Loaded> load(Collection<UUID> missing) {
        UUID[] ids = missing.toArray(UUID[]::new);
        Map<UUID, Map<String, VariantStock>> stock = stock(ids);
        Map<UUID, Loaded> loaded = new HashMap<>();
        database.sql(PRODUCTS).param(ids).query(row -> {
            UUID id = row.getObject(1, UUID.class);
            loaded.put(id, loaded(id, row, stock.getOrDefault(id, Map.of())));
        });
        return loaded;
    }

    private Map<UUID, Map<String, VariantStock>> stock(UUID[] ids) {
        Map<UUID, Map<String, VariantStock>> stock = new HashMap<>();
        database.sql(STOCK).param(ids).query(row -> {
            int available = row.getInt(4);
            stock.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                    .put(
                            row.getString(2),
                            new VariantStock(new Sku(row.getString(3)), available, available <= row.getInt(5)));
        });
        return stock;
    }

    private Loaded loaded(UUID id, ResultSet row, Map<String, VariantStock> stock) throws SQLException {
        long news = row.getLong(3);
        ProductDocument product = document(id, news, row.getString(2));
        ProductContent content = product.content();
        List<VariantStock> shelves = new ArrayList<>();
        for (Variant variant : content.variants()) {
            shelves.add(stock.getOrDefault(variant.sku().normalized(), new VariantStock(variant.sku(), 0, true)));
        }
        ProductView view = new ProductView(
                product.id(),
                content,
                category(row),
                product.images().stream().map(ProductViews::shown).toList(),
                List.copyOf(shelves),
                row.getBigDecimal(4),
                row.getInt(5),
                product.archived(),
                product.createdAt(),
                product.updatedAt(),
                product.version(),
                row.getLong(9));
        return new Loaded(news, product, view);
    }

    private static ProductView.Image shown(ProductImage image) {
        return new ProductView.Image(
                image.id().value(), MEDIA + image.key(), image.alt(), image.width(), image.height());
    }

    private static @Nullable CategoryLink category(ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject(6, UUID.class);
        return id == null ? null : new CategoryLink(new CategoryId(id), row.getString(7), row.getString(8));
    }

    /** The stock changes far more often than what is written about a product, which is parsed once. */
    private ProductDocument document(UUID id, long news, String document) {
        KeptProduct before = kept.getIfPresent(id);
        return before != null && before.news() == news ? before.document() : json.read(document, ProductDocument.class);
    }

    private record Loaded(long news, ProductDocument document, ProductView view) {}

    private record KeptProduct(long stamp, long categories, long news, ProductDocument document, ProductView view) {

        int weight() {
            return 1 + document.content().description().length() / UNIT;
        }
    }
}
