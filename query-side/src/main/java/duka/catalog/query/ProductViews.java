package duka.catalog.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.catalog.api.CategoryId;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductView;
import duka.catalog.api.ProductView.CategoryLink;
import duka.catalog.api.ProductView.VariantStock;
import duka.catalog.api.Variant;
import duka.kernel.Sku;
import duka.kernel.query.Stamp;
import duka.kernel.query.ViewJson;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts products together from their rows, and keeps what is looked at often. */
@Component
class ProductViews {

    private static final int CACHED = 20_000;
    private static final String PRODUCTS = """
            SELECT p.id, p.document, p.rating, p.rating_count, c.id, c.name, c.slug,
                   p.product_news + p.stock_news + coalesce(c.version, 0)
            FROM read.product p LEFT JOIN read.category c ON c.id = p.category_id
            WHERE p.document IS NOT NULL AND p.id = ANY (?)""";

    private final JdbcClient database;
    private final ViewJson json;
    private final Stamp stamp;
    private final Cache<UUID, Stamped> cache =
            Caffeine.newBuilder().maximumSize(CACHED).build();
    private final Cache<UUID, Parsed> documents =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    ProductViews(JdbcClient database, ViewJson json, Stamp stamp) {
        this.database = database;
        this.json = json;
        this.stamp = stamp;
    }

    Optional<ProductView> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** In the order that was asked for; what is not there is left out. */
    List<ProductView> find(Collection<UUID> ids) {
        long now = stamp.current();
        Map<UUID, ProductView> found = new HashMap<>();
        Set<UUID> missing = new LinkedHashSet<>();
        for (UUID id : ids) {
            Stamped cached = cache.getIfPresent(id);
            if (cached != null && cached.stamp() == now) {
                found.put(id, cached.view());
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            for (ProductView view : load(missing.toArray(UUID[]::new))) {
                found.put(view.id().value(), view);
                cache.put(view.id().value(), new Stamped(now, view));
            }
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<ProductView> load(UUID[] ids) {
        Map<String, VariantStock> stock = stock(ids);
        return database.sql(PRODUCTS)
                .param(ids)
                .query((row, n) -> view(row, stock))
                .list();
    }

    private Map<String, VariantStock> stock(UUID[] ids) {
        Map<String, VariantStock> stock = new HashMap<>();
        database.sql("""
                        SELECT sku_key, sku, on_hand - reserved, threshold FROM read.stock_item
                        WHERE product_id = ANY (?) AND NOT retired""").param(ids).query(row -> {
            int available = row.getInt(3);
            stock.put(
                    row.getString(1),
                    new VariantStock(new Sku(row.getString(2)), available, available <= row.getInt(4)));
        });
        return stock;
    }

    private ProductView view(ResultSet row, Map<String, VariantStock> stock) throws SQLException {
        ProductDocument product = document(row.getObject(1, UUID.class), row.getString(2));
        ProductContent content = product.content();
        @Nullable BigDecimal rating = row.getBigDecimal(3);
        @Nullable UUID category = row.getObject(5, UUID.class);
        return new ProductView(
                product.id(),
                content,
                category == null
                        ? null
                        : new CategoryLink(new CategoryId(category), row.getString(6), row.getString(7)),
                List.of(),
                content.variants().stream()
                        .map(Variant::sku)
                        .map(sku -> stock.getOrDefault(sku.normalized(), new VariantStock(sku, 0, true)))
                        .toList(),
                rating,
                row.getInt(4),
                product.archived(),
                product.createdAt(),
                product.updatedAt(),
                product.version(),
                row.getLong(8));
    }

    /** The stock changes far more often than what is written about a product, which is parsed once. */
    private ProductDocument document(UUID id, String document) {
        Parsed parsed = documents.getIfPresent(id);
        if (parsed == null || !parsed.document().equals(document)) {
            parsed = new Parsed(document, json.read(document, ProductDocument.class));
            documents.put(id, parsed);
        }
        return parsed.product();
    }

    private record Stamped(long stamp, ProductView view) {}

    private record Parsed(String document, ProductDocument product) {}
}
