package duka.analytics.query;

import duka.analytics.api.AnalyticsQuery.FindProductPerformance;
import duka.analytics.api.Period;
import duka.analytics.api.ProductPerformance;
import duka.analytics.api.ProductPerformance.Entry;
import duka.catalog.api.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers how products sell: all that are on offer, and those that are no longer but were sold in the period. */
@Component
class ProductPerformanceQueries {

    private static final String PRODUCTS = """
            WITH sold AS (
                SELECT l.product_id, sum(l.quantity) AS units, sum(l.amount) AS amount,
                    count(DISTINCT o.order_id) AS orders
                FROM read.figure_order o
                CROSS JOIN LATERAL unnest(o.products, o.quantities, o.amounts) AS l(product_id, quantity, amount)
                WHERE %s GROUP BY l.product_id),
            seen AS (
                SELECT product_id, sum(views) AS views FROM edge.product_view
                WHERE day BETWEEN :first AND :last GROUP BY product_id),
            wanted AS (
                SELECT product_id, sum(cart_adds) AS adds FROM read.figure_interest
                WHERE day BETWEEN :first AND :last GROUP BY product_id),
            performance AS (
                SELECT p.id, p.sku, p.name, coalesce(sold.units, 0) AS units, coalesce(sold.amount, 0) AS amount,
                    coalesce(seen.views, 0) AS views, coalesce(wanted.adds, 0) AS adds,
                    coalesce(sold.orders, 0) AS orders, p.rating,
                    coalesce(least(1, sold.orders / nullif(seen.views, 0)), 0) AS conversion
                FROM read.product p
                LEFT JOIN sold ON sold.product_id = p.id
                LEFT JOIN seen ON seen.product_id = p.id
                LEFT JOIN wanted ON wanted.product_id = p.id
                WHERE p.document IS NOT NULL AND (NOT p.archived OR sold.units > 0))
            """.formatted(Figures.COUNTED);
    private static final String COUNT = PRODUCTS + "SELECT count(*) FROM performance";
    private static final String PAGE = PRODUCTS + """
            SELECT id, sku, name, units, amount, views, adds, orders, rating, count(*) OVER ()
            FROM performance ORDER BY %s LIMIT :limit OFFSET :offset""";

    private static final String BEST_SELLING = "-revenue";
    private static final Map<String, String> COLUMNS = Map.of(
            "units_sold", "units",
            "revenue", "amount",
            "views", "views",
            "add_to_carts", "adds",
            "conversion_rate", "conversion",
            "rating", "rating",
            "name", "lower(name)");

    private final Figures figures;

    ProductPerformanceQueries(Figures figures) {
        this.figures = figures;
    }

    private record Found(Entry entry, long count) {}

    @QueryHandler
    ProductPerformance answer(FindProductPerformance query) {
        List<Found> page = figures.ask(PAGE.formatted(order(query)), query.period())
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query((row, n) -> new Found(entry(row), row.getLong(10)))
                .list();
        long count = page.isEmpty() && query.page().page() > 1
                ? count(query.period())
                : page.stream().mapToLong(Found::count).findFirst().orElse(0);
        return new ProductPerformance(count, page.stream().map(Found::entry).toList());
    }

    private long count(Period period) {
        return figures.ask(COUNT, period).query(Long.class).single();
    }

    private static String order(FindProductPerformance query) {
        String asked = query.ordering() == null ? BEST_SELLING : query.ordering();
        boolean descending = asked.startsWith("-");
        String column = COLUMNS.get(descending ? asked.substring(1) : asked);
        if (column == null) {
            throw new IllegalArgumentException("No ordering of products: " + asked);
        }
        return column + (descending ? " DESC" : "") + " NULLS LAST, lower(name), id";
    }

    private Entry entry(ResultSet row) throws SQLException {
        long views = row.getLong(6);
        return new Entry(
                new ProductId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                figures.money(row.getLong(5)),
                views,
                row.getLong(7),
                Figures.share(row.getLong(8), views),
                row.getBigDecimal(9));
    }
}
