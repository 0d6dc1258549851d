package duka.analytics.query;

import duka.analytics.api.AnalyticsQuery.FindEngagement;
import duka.analytics.api.EngagementMetrics;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what people did in the shop. */
@Component
class EngagementQueries {

    private static final String ALL = """
            SELECT seen.views, wanted.carts, wanted.wishes, placed.started, placed.completed, said.reviews, said.average
            FROM (SELECT coalesce(sum(views), 0) AS views FROM edge.product_view
                    WHERE day BETWEEN :first AND :last) seen,
                (SELECT coalesce(sum(cart_adds), 0) AS carts, coalesce(sum(wishlist_adds), 0) AS wishes
                    FROM read.figure_interest WHERE day BETWEEN :first AND :last) wanted,
                (SELECT count(*) AS started, count(confirmed) AS completed FROM read.figure_order
                    WHERE placed_at >= :start AND placed_at < :end) placed,
                (SELECT count(*) AS reviews, round(avg(rating), 2) AS average FROM read.review
                    WHERE NOT hidden AND created_at >= :start AND created_at < :end) said""";

    private final Figures figures;

    EngagementQueries(Figures figures) {
        this.figures = figures;
    }

    @QueryHandler
    EngagementMetrics answer(FindEngagement query) {
        return figures.ask(ALL, query.period())
                .query((row, n) -> new EngagementMetrics(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getBigDecimal(7)))
                .single();
    }
}
