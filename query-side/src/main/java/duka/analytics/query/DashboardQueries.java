package duka.analytics.query;

import duka.analytics.api.AnalyticsQuery.FindDashboard;
import duka.analytics.api.DashboardStats;
import duka.analytics.api.DashboardStats.PeriodStats;
import duka.analytics.api.Period;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers how the shop does. */
@Component
class DashboardQueries {

    private static final String BUYERS = """
            WITH b AS (SELECT o.buyer_id, count(*) AS orders, sum(o.total) AS total
                FROM read.figure_order o WHERE %s GROUP BY o.buyer_id)
            SELECT coalesce(sum(b.orders), 0), coalesce(sum(b.total), 0), count(*), count(*) FILTER (WHERE NOT %s)
            FROM b""".formatted(Figures.COUNTED, Figures.ORDERED_BEFORE);
    private static final String MONEY = """
            SELECT coalesce(sum(m.amount), 0), coalesce(-sum(m.amount) FILTER (WHERE m.refund), 0)
            FROM read.figure_money m WHERE\s""" + Figures.MOVED;
    private static final String VIEWS =
            "SELECT coalesce(sum(views), 0) FROM edge.product_view WHERE day BETWEEN :first AND :last";
    private static final String PREPARING = "SELECT count(*) FROM read.shipment WHERE view ->> 'status' = 'PREPARING'";
    private static final String LOW =
            "SELECT count(*) FROM read.stock_item WHERE NOT retired AND on_hand - reserved <= threshold";

    private final Figures figures;

    DashboardQueries(Figures figures) {
        this.figures = figures;
    }

    @QueryHandler
    DashboardStats answer(FindDashboard query) {
        return new DashboardStats(
                stats(query.period()),
                count(PREPARING, query.period()),
                count(LOW, query.period()),
                stats(query.period().previous()));
    }

    private record Buyers(long orders, long total, long customers, long newCustomers) {}

    private record Moved(long revenue, long refunded) {}

    private PeriodStats stats(Period period) {
        Buyers buyers = figures.ask(BUYERS, period)
                .query((row, n) -> new Buyers(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
        Moved moved = figures.ask(MONEY, period)
                .query((row, n) -> new Moved(row.getLong(1), row.getLong(2)))
                .single();
        return new PeriodStats(
                figures.money(moved.revenue()),
                buyers.orders(),
                figures.average(buyers.total(), buyers.orders()),
                buyers.customers(),
                buyers.newCustomers(),
                figures.money(moved.refunded()),
                Figures.share(buyers.orders(), count(VIEWS, period)));
    }

    private long count(String sql, Period period) {
        return figures.ask(sql, period).query(Long.class).single();
    }
}
