package duka.catalog.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.catalog.api.CatalogQuery;
import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.FindProducts;
import duka.catalog.api.CatalogQuery.FindProductsBySku;
import duka.catalog.api.CatalogQuery.Link;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.CatalogQuery.Suggest;
import duka.catalog.api.CatalogQuery.Suggestions;
import duka.catalog.api.ProductView;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import duka.kernel.query.Stamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about products; what the public asks often is kept until the catalogue changes. */
@Component
class CatalogQueries {

    private static final int SUGGESTED = 8;
    private static final int CACHED = 2_000;

    private final JdbcClient database;
    private final ProductViews views;
    private final ProductSearch search;
    private final FacetCounts facets;
    private final Stamp stamp;
    private final Cache<CatalogQuery, Kept> kept =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    CatalogQueries(JdbcClient database, ProductViews views, ProductSearch search, FacetCounts facets, Stamp stamp) {
        this.database = database;
        this.views = views;
        this.search = search;
        this.facets = facets;
        this.stamp = stamp;
    }

    @QueryHandler
    Products answer(FindProducts query) {
        return keep(query, () -> {
            ProductSearch.Found found = search.find(query);
            return new Products(found.count(), views.find(found.page()), query.facets() ? facets.of(found) : null);
        });
    }

    @QueryHandler
    Products answer(FindProduct query) {
        return keep(
                query,
                () -> products(idOf(query.idOrSlug())
                        .flatMap(views::find)
                        .map(List::of)
                        .orElse(List.of())));
    }

    @QueryHandler
    Products answer(FindProductsBySku query) {
        String[] skus = query.skus().stream().map(Sku::normalized).toArray(String[]::new);
        List<UUID> ids = database.sql("SELECT DISTINCT product_id FROM read.product_sku WHERE sku = ANY (?)")
                .param(skus)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return products(views.find(ids));
    }

    @QueryHandler
    Suggestions answer(Suggest query) {
        String part = "%" + escaped(query.q()) + "%";
        List<Link> products = database.sql("""
                        SELECT slug, name FROM read.product WHERE shown AND spelling LIKE ?
                        ORDER BY popularity DESC, id LIMIT ?""")
                .params(part, SUGGESTED)
                .query((row, n) -> new Link(row.getString(1), row.getString(2)))
                .list();
        List<Link> categories = database.sql(
                        "SELECT slug, name FROM read.category WHERE lower(name) LIKE ? ORDER BY name LIMIT ?")
                .params(part, SUGGESTED)
                .query((row, n) -> new Link(row.getString(1), row.getString(2)))
                .list();
        return new Suggestions(products, categories);
    }

    private Products keep(CatalogQuery query, Supplier<Products> answer) {
        long now = stamp.current();
        Kept before = kept.getIfPresent(query);
        if (before != null && before.stamp() == now) {
            return before.products();
        }
        Products fresh = answer.get();
        kept.put(query, new Kept(now, fresh));
        return fresh;
    }

    /** An archived product keeps its id, and gives its slug to whoever comes after. */
    private Optional<UUID> idOf(String idOrSlug) {
        return Uuids.parse(idOrSlug)
                .or(() -> database.sql(
                                "SELECT id FROM read.product WHERE slug = ? AND NOT archived AND document IS NOT NULL")
                        .param(idOrSlug)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .optional());
    }

    private static Products products(List<ProductView> found) {
        return new Products(found.size(), found, null);
    }

    private static String escaped(String part) {
        return part.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    private record Kept(long stamp, Products products) {}
}
