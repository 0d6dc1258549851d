package duka.catalog.query;

import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.FindProducts;
import duka.catalog.api.CatalogQuery.FindProductsById;
import duka.catalog.api.CatalogQuery.FindProductsBySku;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import duka.kernel.api.PageRequest;
import duka.kernel.query.Stamps;
import duka.kernel.query.StorableText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about products; what the public asks often is kept until the shelves change. */
@Component
class CatalogQueries {

    private static final int KEPT = 2_000;
    private static final int KEPT_SLUGS = 20_000;
    private static final PageRequest ANY_PAGE = new PageRequest(1, 1);

    private final JdbcClient database;
    private final ProductViews views;
    private final ProductSearch search;
    private final Kept<FindProducts, Matches> matches;
    private final Kept<FindProducts, List<UUID>> pages;
    private final Kept<String, Optional<UUID>> slugs;

    CatalogQueries(JdbcClient database, ProductViews views, ProductSearch search, Stamps stamps) {
        this.database = database;
        this.views = views;
        this.search = search;
        this.matches = new Kept<>(stamps, KEPT);
        this.pages = new Kept<>(stamps, KEPT);
        this.slugs = new Kept<>(stamps, KEPT_SLUGS);
    }

    @QueryHandler
    Products answer(FindProducts query) {
        Matches found = matches.get(onAnyPage(query), () -> search.matches(query));
        List<UUID> page = pages.get(query, () -> search.page(query, found));
        return new Products(found.count(), views.find(page), found.facets());
    }

    @QueryHandler
    Products answer(FindProduct query) {
        return products(idOf(query.idOrSlug()).map(List::of).map(views::find).orElse(List.of()));
    }

    @QueryHandler
    Products answer(FindProductsById query) {
        return products(views.find(query.ids().stream().map(ProductId::value).toList()));
    }

    @QueryHandler
    Products answer(FindProductsBySku query) {
        String[] skus = query.skus().stream().map(Sku::normalized).toArray(String[]::new);
        List<UUID> ids = database.sql(
                        "SELECT DISTINCT product_id FROM read.product_sku WHERE sku = ANY (?) ORDER BY product_id")
                .param(skus)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
        return products(views.find(ids));
    }

    /** The same question for any page and in any order: it has one count, and the same facets. */
    private static FindProducts onAnyPage(FindProducts query) {
        return new FindProducts(
                query.search(),
                query.category(),
                query.minPrice(),
                query.maxPrice(),
                query.inStockOnly(),
                query.minRating(),
                null,
                query.facets(),
                query.inactiveToo(),
                ANY_PAGE);
    }

    /** An archived product keeps its id, and gives its slug to whoever comes after. */
    private Optional<UUID> idOf(String idOrSlug) {
        return Uuids.parse(idOrSlug)
                .or(() -> slugs.get(
                        idOrSlug,
                        () -> database.sql("""
                        SELECT id FROM read.product WHERE slug = ? AND NOT archived
                        ORDER BY created_at DESC, id LIMIT 1""")
                                .param(StorableText.of(idOrSlug))
                                .query((row, n) -> row.getObject(1, UUID.class))
                                .optional()));
    }

    private static Products products(List<ProductView> found) {
        return new Products(found.size(), found, null);
    }
}
