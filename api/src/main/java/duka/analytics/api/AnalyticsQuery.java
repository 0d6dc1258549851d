package duka.analytics.api;

import duka.kernel.api.AsksForLatest;
import duka.kernel.api.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked about the shop's figures. */
public sealed interface AnalyticsQuery extends AsksForLatest {

    @Override
    default String toldBy() {
        return "read.figures";
    }

    /** → {@link DashboardStats}. */
    record FindDashboard(Period period) implements AnalyticsQuery {}

    /** → {@link SalesOverview}. */
    record FindSalesOverview(Period period, Interval interval) implements AnalyticsQuery {}

    /**
     * → {@link ProductPerformance}.
     *
     * @param ordering one of {@code units_sold, revenue, views, add_to_carts, conversion_rate, rating, name}, each also
     *     with {@code -}; {@code null} for the highest revenue first
     */
    record FindProductPerformance(Period period, @Nullable String ordering, PageRequest page)
            implements AnalyticsQuery {}

    /**
     * → {@link CustomerBehavior}.
     *
     * @param now a cart that was filled within the last hour is not abandoned
     */
    record FindCustomerBehavior(Period period, Instant now) implements AnalyticsQuery {}

    /** → {@link EngagementMetrics}. */
    record FindEngagement(Period period) implements AnalyticsQuery {}

    /**
     * The events that add up to a figure, in the order of their positions → {@link Explanation}.
     *
     * @param after the position of the last one known, or 0
     * @param limit how many at most
     */
    record ExplainFigure(Metric metric, Period period, long after, int limit) implements AnalyticsQuery {}
}
