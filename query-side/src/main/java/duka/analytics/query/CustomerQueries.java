package duka.analytics.query;

import duka.analytics.api.AnalyticsQuery.FindCustomerBehavior;
import duka.analytics.api.CustomerBehavior;
import duka.analytics.api.CustomerBehavior.Segment;
import duka.analytics.api.CustomerBehavior.SegmentSize;
import duka.analytics.api.CustomerBehavior.TopCustomer;
import duka.analytics.api.Period;
import duka.identity.api.AccountId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers who buys, and how often. */
@Component
class CustomerQueries {

    private static final Duration STILL_SHOPPING = Duration.ofHours(1);
    private static final int TOP = 10;

    private static final String BUYERS = """
            WITH b AS (SELECT o.buyer_id, count(*) AS orders FROM read.figure_order o WHERE %s GROUP BY o.buyer_id),
            known AS (SELECT b.orders, %s AS before FROM b)
            SELECT count(*), count(*) FILTER (WHERE before), count(*) FILTER (WHERE before OR orders > 1),
                coalesce(sum(orders), 0)
            FROM known""".formatted(Figures.COUNTED, Figures.ORDERED_BEFORE);
    private static final String BEST = """
            SELECT buyer_id, sum(orders), sum(amount) FROM (
                SELECT o.buyer_id, 0 AS amount, count(*) AS orders
                FROM read.figure_order o WHERE %s AND NOT o.guest GROUP BY o.buyer_id
                UNION ALL
                SELECT o.buyer_id, sum(m.amount), 0
                FROM read.figure_money m JOIN read.figure_order o ON o.order_id = m.order_id
                WHERE %s AND NOT o.guest GROUP BY o.buyer_id
            ) part GROUP BY buyer_id HAVING sum(orders) > 0 OR sum(amount) > 0
            ORDER BY 3 DESC, 2 DESC, buyer_id LIMIT :top""".formatted(Figures.COUNTED, Figures.MOVED);
    private static final String SEGMENTS = """
            WITH buyer AS (
                SELECT extract(epoch FROM CAST(:asOf AS timestamptz) - max(placed_at)) / 86400 AS days,
                    count(*) AS orders, sum(total) AS spent
                FROM read.figure_order
                WHERE placed_at < :end AND confirmed IS NOT NULL AND NOT guest GROUP BY buyer_id),
            usual AS (SELECT avg(spent) AS spent FROM buyer),
            placed AS (
                SELECT CASE
                    WHEN days <= 30 AND orders >= 4 AND buyer.spent >= usual.spent THEN 'CHAMPIONS'
                    WHEN days <= 90 AND orders >= 2 THEN 'LOYAL'
                    WHEN days <= 90 AND buyer.spent >= 2 * usual.spent THEN 'BIG_SPENDERS'
                    WHEN days <= 30 THEN 'NEW'
                    WHEN days <= 90 THEN 'PROMISING'
                    WHEN orders >= 2 THEN 'AT_RISK'
                    ELSE 'LOST' END AS segment
                FROM buyer, usual)
            SELECT segment, count(*) FROM placed GROUP BY segment""";
    private static final String ABANDONED = """
            SELECT count(*) FROM read.figure_cart f JOIN read.cart c ON c.id = f.cart_id
            WHERE f.filled_at >= :start AND f.filled_at < :end AND f.filled_at < :stillShopping
                AND jsonb_array_length(c.view -> 'lines') > 0""";

    private final Figures figures;
    private final Cohorts cohorts;

    CustomerQueries(Figures figures, Cohorts cohorts) {
        this.figures = figures;
        this.cohorts = cohorts;
    }

    private record Buyers(long all, long returning, long repeating, long orders) {}

    @QueryHandler
    CustomerBehavior answer(FindCustomerBehavior query) {
        Period period = query.period();
        Buyers buyers = figures.ask(BUYERS, period)
                .query((row, n) -> new Buyers(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
        return new CustomerBehavior(
                buyers.all() - buyers.returning(),
                buyers.returning(),
                Figures.rate(buyers.repeating(), buyers.all()),
                Figures.rate(buyers.orders(), buyers.all()),
                cohorts.of(period),
                best(period),
                segments(period, query.now()),
                abandoned(period, query.now()));
    }

    private List<TopCustomer> best(Period period) {
        return figures.ask(BEST, period)
                .param("top", TOP)
                .query((row, n) -> new TopCustomer(
                        new AccountId(row.getObject(1, UUID.class)), row.getLong(2), figures.money(row.getLong(3))))
                .list();
    }

    /** As of the period's end, or of now while it lasts. */
    private List<SegmentSize> segments(Period period, Instant now) {
        Instant asOf = period.end().isBefore(now) ? period.end() : now;
        Map<Segment, Long> sizes = new EnumMap<>(Segment.class);
        figures.ask(SEGMENTS, period).param("asOf", Timestamp.from(asOf)).query(row -> {
            sizes.put(Segment.valueOf(row.getString(1)), row.getLong(2));
        });
        return Arrays.stream(Segment.values())
                .map(segment -> new SegmentSize(segment, sizes.getOrDefault(segment, 0L)))
                .toList();
    }

    private long abandoned(Period period, Instant now) {
        return figures.ask(ABANDONED, period)
                .param("stillShopping", Timestamp.from(now.minus(STILL_SHOPPING)))
                .query(Long.class)
                .single();
    }
}
