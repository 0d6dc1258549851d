package duka.analytics.web;

import duka.analytics.api.AnalyticsQuery.ExplainFigure;
import duka.analytics.api.AnalyticsQuery.FindCustomerBehavior;
import duka.analytics.api.AnalyticsQuery.FindDashboard;
import duka.analytics.api.AnalyticsQuery.FindEngagement;
import duka.analytics.api.AnalyticsQuery.FindProductPerformance;
import duka.analytics.api.AnalyticsQuery.FindSalesOverview;
import duka.analytics.api.CustomerBehavior;
import duka.analytics.api.DashboardStats;
import duka.analytics.api.EngagementMetrics;
import duka.analytics.api.Explanation;
import duka.analytics.api.Metric;
import duka.analytics.api.Period;
import duka.analytics.api.ProductPerformance;
import duka.analytics.api.SalesOverview;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Ordering;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.ShopMoney;
import duka.kernel.web.Tabular;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shop's figures, for staff. */
@RestController
@RequestMapping("/api/analytics")
@Tag(name = "Analytics")
class AnalyticsController {

    private static final int ROWS_OF_A_FILE = 10_000;

    private final Queries queries;
    private final Periods periods;
    private final CustomerNames names;
    private final ShopMoney money;
    private final Clock clock;

    AnalyticsController(Queries queries, Periods periods, CustomerNames names, ShopMoney money, Clock clock) {
        this.queries = queries;
        this.periods = periods;
        this.names = names;
        this.money = money;
        this.clock = clock;
    }

    @GetMapping("/dashboard/stats/")
    @Operation(
            summary = "How the shop does, and how it did in as many days before",
            description = "Orders count once they are confirmed, by when they were placed. Revenue is settled payments"
                    + " less refunds, each on its own day. conversion_rate is orders per view of a product, from 0 to"
                    + " 1. pending_shipments and low_stock are of now.")
    @Tabular(DashboardResponse.class)
    ResponseEntity<?> dashboard(@ParameterObject Days days) {
        Format format = Format.of(days);
        Period period = periods.of(days);
        DashboardStats stats = queries.ask(new FindDashboard(period), DashboardStats.class);
        return format.isFile()
                ? DashboardResponse.csv(stats, period).over(period)
                : ResponseEntity.ok(DashboardResponse.of(stats));
    }

    @GetMapping("/sales/overview/")
    @Operation(
            summary = "What was sold, by hour, day, week or month",
            description = "A series has at most 1,100 points. by_category counts what the lines of confirmed orders"
                    + " came to, without shipping, by the categories of today. A file has the series.")
    @Tabular(SalesResponse.class)
    ResponseEntity<?> sales(@ParameterObject Days days, @RequestParam(required = false) @Nullable String interval) {
        Format format = Format.of(days);
        Period period = periods.of(days);
        SalesResponse sales = SalesResponse.of(
                queries.ask(new FindSalesOverview(period, Periods.interval(interval, period)), SalesOverview.class));
        return format.isFile() ? sales.csv().over(period) : ResponseEntity.ok(sales);
    }

    @GetMapping("/products/performance/")
    @Operation(
            summary = "How products sell, the highest revenue first",
            description = "All that are on offer, and those that are no longer but were sold in the period."
                    + " conversion_rate is orders with it per view, from 0 to 1. A file has the first 10,000.")
    @Tabular(ProductPerformancePage.class)
    ResponseEntity<?> products(
            @ParameterObject Days days,
            @RequestParam(required = false) @Nullable String ordering,
            @ParameterObject PageRequest page) {
        Format format = Format.of(days);
        Period period = periods.of(days);
        String order = Ordering.of(
                ordering, "units_sold", "revenue", "views", "add_to_carts", "conversion_rate", "rating", "name");
        PageRequest wanted = format.isFile() ? new PageRequest(1, ROWS_OF_A_FILE) : page;
        ProductPerformance found =
                queries.ask(new FindProductPerformance(period, order, wanted), ProductPerformance.class);
        return format.isFile()
                ? ProductPerformanceResponse.csv(ProductPerformanceResponse.of(found))
                        .over(period)
                : ResponseEntity.ok(PageOf.of(page, found.count(), ProductPerformanceResponse.of(found)));
    }

    @GetMapping("/customer/behavior/")
    @Operation(
            summary = "Who buys, and how often",
            description =
                    "A guest is somebody new each time; cohorts, segments and top customers are of accounts alone."
                            + " A cart is abandoned if it still holds goods and nothing came in for an hour.")
    @Tabular(CustomerBehaviorResponse.class)
    ResponseEntity<?> customers(@ParameterObject Days days) {
        Format format = Format.of(days);
        Period period = periods.of(days);
        CustomerBehaviorResponse behavior = CustomerBehaviorResponse.of(
                queries.ask(new FindCustomerBehavior(period, clock.instant()), CustomerBehavior.class), names::of);
        return format.isFile() ? behavior.csv().over(period) : ResponseEntity.ok(behavior);
    }

    @GetMapping("/engagement/metrics/")
    @Operation(summary = "What people did in the shop: from looking at a product to an order that is confirmed")
    @Tabular(EngagementResponse.class)
    ResponseEntity<?> engagement(@ParameterObject Days days) {
        Format format = Format.of(days);
        Period period = periods.of(days);
        EngagementResponse engagement =
                EngagementResponse.of(queries.ask(new FindEngagement(period), EngagementMetrics.class));
        return format.isFile() ? engagement.csv().over(period) : ResponseEntity.ok(engagement);
    }

    @GetMapping("/explain/")
    @Operation(
            summary = "The very events that a figure is the sum of",
            description = "In the order in which they were recorded; sum is of all of them and not of the page. A file"
                    + " has the first 10,000 after the position.")
    @Tabular(ExplanationResponse.class)
    ResponseEntity<?> explain(
            @ParameterObject Days days,
            @RequestParam(required = false) @Nullable String metric,
            @ParameterObject Cursor cursor) {
        Format format = Format.of(days);
        Period period = periods.of(days);
        Metric which = Periods.oneOf(Metric.values(), metric == null ? "" : metric, "metric");
        ExplainFigure question =
                new ExplainFigure(which, period, cursor.position(), format.isFile() ? ROWS_OF_A_FILE : cursor.size());
        ExplanationResponse explanation =
                ExplanationResponse.of(queries.ask(question, Explanation.class), money.currency());
        return format.isFile() ? explanation.csv().over(period) : ResponseEntity.ok(explanation);
    }
}
