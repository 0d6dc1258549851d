package duka.catalog.query;

import duka.catalog.api.CatalogQuery.CategoryFacet;
import duka.catalog.api.CatalogQuery.Facets;
import duka.catalog.api.CatalogQuery.RatingFacet;
import duka.catalog.api.CategoryId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How what was found spreads over categories, prices and ratings. */
@Component
class FacetCounts {

    private static final int MOST_CATEGORIES = 50;
    private static final int BEST_RATING = 5;

    private final JdbcClient database;
    private final CurrencyCode currency;

    FacetCounts(JdbcClient database, @Value("${duka.currency:KES}") String currency) {
        this.database = database;
        this.currency = new CurrencyCode(currency);
    }

    Facets of(ProductFilter filter) {
        List<CategoryFacet> categories = database.sql("SELECT c.id, c.name, c.slug, count(*) FROM " + filter.from()
                        + " JOIN read.category c ON c.id = p.category_id WHERE " + filter.where()
                        + " GROUP BY c.id, c.name, c.slug ORDER BY count(*) DESC, c.name LIMIT "
                        + MOST_CATEGORIES)
                .params(filter.parameters())
                .query((row, n) -> new CategoryFacet(
                        new CategoryId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4)))
                .list();
        Spread spread = database.sql("SELECT min(p.price), max(p.price), "
                        + "count(*) FILTER (WHERE p.rating >= 1), count(*) FILTER (WHERE p.rating >= 2), "
                        + "count(*) FILTER (WHERE p.rating >= 3), count(*) FILTER (WHERE p.rating >= 4), "
                        + "count(*) FILTER (WHERE p.rating >= 5) FROM " + filter.from() + " WHERE "
                        + filter.where())
                .params(filter.parameters())
                .query((row, n) -> new Spread(
                        (Long) row.getObject(1),
                        (Long) row.getObject(2),
                        List.of(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7))))
                .single();
        return new Facets(categories, money(spread.min()), money(spread.max()), ratings(spread));
    }

    private @Nullable Money money(@Nullable Long minorUnits) {
        return minorUnits == null ? null : new Money(minorUnits, currency);
    }

    /** The best first; each counts those that are at least as good. */
    private static List<RatingFacet> ratings(Spread spread) {
        return IntStream.iterate(BEST_RATING, rating -> rating >= 1, rating -> rating - 1)
                .mapToObj(rating -> new RatingFacet(rating, spread.atLeast().get(rating - 1)))
                .toList();
    }

    private record Spread(@Nullable Long min, @Nullable Long max, List<Long> atLeast) {}
}
