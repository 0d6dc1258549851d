package duka.analytics.query;

import duka.analytics.api.AnalyticsQuery.FindSalesOverview;
import duka.analytics.api.Period;
import duka.analytics.api.SalesOverview;
import duka.analytics.api.SalesOverview.CategoryShare;
import duka.analytics.api.SalesOverview.MethodShare;
import duka.analytics.api.SalesOverview.Point;
import duka.analytics.api.SalesOverview.Totals;
import duka.catalog.api.CategoryId;
import duka.ordering.api.PaymentMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what was sold, when, how it was paid, and of which kind it was. */
@Component
class SalesQueries {

    private static final String ORDERS = """
            SELECT width_bucket(o.placed_at, CAST(:starts AS timestamptz[])), 0, count(*), sum(o.units)
            FROM read.figure_order o WHERE %s GROUP BY 1""".formatted(Figures.COUNTED);
    private static final String MONEY = """
            SELECT width_bucket(m.at, CAST(:starts AS timestamptz[])), sum(m.amount), 0, 0
            FROM read.figure_money m WHERE %s GROUP BY 1""".formatted(Figures.MOVED);
    private static final String METHODS = """
            SELECT method, sum(amount), sum(orders) FROM (
                SELECT o.method, 0 AS amount, count(*) AS orders
                FROM read.figure_order o WHERE %s GROUP BY o.method
                UNION ALL
                SELECT o.method, sum(m.amount), 0
                FROM read.figure_money m JOIN read.figure_order o ON o.order_id = m.order_id WHERE %s GROUP BY o.method
            ) both_of_them WHERE method IS NOT NULL GROUP BY method""".formatted(Figures.COUNTED, Figures.MOVED);
    private static final String CATEGORIES = """
            WITH sold AS (
                SELECT l.product_id, sum(l.amount) AS amount, sum(l.quantity) AS units
                FROM read.figure_order o
                CROSS JOIN LATERAL unnest(o.products, o.quantities, o.amounts) AS l(product_id, quantity, amount)
                WHERE %s GROUP BY l.product_id)
            SELECT c.id, c.name, sum(sold.amount), sum(sold.units)
            FROM sold
            LEFT JOIN read.product p ON p.id = sold.product_id
            LEFT JOIN read.category c ON c.id = p.category_id
            GROUP BY c.id, c.name ORDER BY 3 DESC, c.name, c.id""".formatted(Figures.COUNTED);

    private final Figures figures;

    SalesQueries(Figures figures) {
        this.figures = figures;
    }

    @QueryHandler
    SalesOverview answer(FindSalesOverview query) {
        List<Instant> starts = query.interval().starts(query.period());
        Map<Integer, Sums> sums = new HashMap<>();
        gather(ORDERS, query.period(), starts, sums);
        gather(MONEY, query.period(), starts, sums);
        List<Point> series = new ArrayList<>();
        Sums all = Sums.NONE;
        for (int n = 1; n <= starts.size(); n++) {
            Sums of = sums.getOrDefault(n, Sums.NONE);
            all = all.and(of);
            series.add(new Point(starts.get(n - 1), totals(of)));
        }
        return new SalesOverview(List.copyOf(series), totals(all), methods(query.period()), categories(query.period()));
    }

    private record Sums(long revenue, long orders, long units) {

        static final Sums NONE = new Sums(0, 0, 0);

        Sums and(Sums other) {
            return new Sums(revenue + other.revenue, orders + other.orders, units + other.units);
        }
    }

    private void gather(String sql, Period period, List<Instant> starts, Map<Integer, Sums> sums) {
        figures.ask(sql, period).param("starts", Figures.moments(starts)).query(row -> {
            Sums found = new Sums(row.getLong(2), row.getLong(3), row.getLong(4));
            sums.merge(row.getInt(1), found, Sums::and);
        });
    }

    private List<MethodShare> methods(Period period) {
        Map<PaymentMethod, MethodShare> shares = new EnumMap<>(PaymentMethod.class);
        figures.ask(METHODS, period).query(row -> {
            PaymentMethod method = PaymentMethod.valueOf(row.getString(1));
            shares.put(method, new MethodShare(method, figures.money(row.getLong(2)), row.getLong(3)));
        });
        return Arrays.stream(PaymentMethod.values())
                .map(method -> shares.getOrDefault(method, new MethodShare(method, figures.money(0), 0)))
                .toList();
    }

    private List<CategoryShare> categories(Period period) {
        return figures.ask(CATEGORIES, period)
                .query((row, n) -> new CategoryShare(
                        category(row), row.getString(2), figures.money(row.getLong(3)), row.getLong(4)))
                .list();
    }

    private static @Nullable CategoryId category(ResultSet row) throws SQLException {
        @Nullable UUID id = row.getObject(1, UUID.class);
        return id == null ? null : new CategoryId(id);
    }

    private Totals totals(Sums sums) {
        return new Totals(figures.money(sums.revenue()), sums.orders(), sums.units());
    }
}
