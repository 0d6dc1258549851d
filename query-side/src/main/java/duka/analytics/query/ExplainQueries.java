package duka.analytics.query;

import duka.analytics.api.AnalyticsQuery.ExplainFigure;
import duka.analytics.api.Explanation;
import duka.analytics.api.Explanation.Entry;
import duka.analytics.api.Metric;
import duka.kernel.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which events a figure is the sum of. */
@Component
class ExplainQueries {

    private static final String CONFIRMED = """
            FROM (SELECT o.confirmed AS position, 'ordering.OrderConfirmed' AS type, o.placed_at AS at, o.order_id,
                    %s AS value
                FROM read.figure_order o WHERE %s) part""";
    private static final String MONEY = """
            FROM (SELECT m.position,
                    CASE WHEN m.refund THEN 'payment.RefundSucceeded' ELSE 'payment.PaymentSettled' END AS type,
                    m.at, m.order_id, %s AS value
                FROM read.figure_money m WHERE %s) part""";

    private final Figures figures;

    ExplainQueries(Figures figures) {
        this.figures = figures;
    }

    @QueryHandler
    Explanation answer(ExplainFigure query) {
        String parts = parts(query.metric());
        List<Entry> found = figures.ask(
                        "SELECT position, type, at, order_id, value " + parts
                                + " WHERE position > :after ORDER BY position LIMIT :limit",
                        query.period())
                .param("after", query.after())
                .param("limit", query.limit() + 1)
                .query((row, n) -> entry(row))
                .list();
        boolean more = found.size() > query.limit();
        List<Entry> page = more ? List.copyOf(found.subList(0, query.limit())) : found;
        long sum = figures.ask("SELECT coalesce(sum(value), 0) " + parts, query.period())
                .query(Long.class)
                .single();
        return new Explanation(query.metric(), page, sum, more ? page.getLast().position() : null);
    }

    private static String parts(Metric metric) {
        return switch (metric) {
            case REVENUE -> MONEY.formatted("m.amount", Figures.MOVED);
            case REFUNDED -> MONEY.formatted("-m.amount", Figures.MOVED + " AND m.refund");
            case ORDERS -> CONFIRMED.formatted("1", Figures.COUNTED);
            case UNITS -> CONFIRMED.formatted("o.units", Figures.COUNTED);
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                new OrderId(row.getObject(4, UUID.class)),
                row.getLong(5));
    }
}
