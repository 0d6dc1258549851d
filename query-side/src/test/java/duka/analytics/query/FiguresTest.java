package duka.analytics.query;

import static duka.checkout.query.Sale.line;
import static duka.kernel.query.Story.shillings;
import static org.assertj.core.api.Assertions.assertThat;

import duka.analytics.api.AnalyticsQuery.ExplainFigure;
import duka.analytics.api.AnalyticsQuery.FindCustomerBehavior;
import duka.analytics.api.AnalyticsQuery.FindDashboard;
import duka.analytics.api.AnalyticsQuery.FindEngagement;
import duka.analytics.api.AnalyticsQuery.FindProductPerformance;
import duka.analytics.api.AnalyticsQuery.FindSalesOverview;
import duka.analytics.api.CustomerBehavior;
import duka.analytics.api.CustomerBehavior.Cohort;
import duka.analytics.api.DashboardStats;
import duka.analytics.api.DashboardStats.PeriodStats;
import duka.analytics.api.EngagementMetrics;
import duka.analytics.api.Explanation;
import duka.analytics.api.Explanation.Entry;
import duka.analytics.api.Interval;
import duka.analytics.api.Metric;
import duka.analytics.api.Period;
import duka.analytics.api.ProductPerformance;
import duka.analytics.api.SalesOverview;
import duka.analytics.api.SalesOverview.Point;
import duka.catalog.query.Catalogue;
import duka.checkout.query.Sale;
import duka.kernel.Personal;
import duka.kernel.api.PageRequest;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundBegun;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTest {

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final PageRequest FIRST = new PageRequest(1, 20);

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();
    private final Catalogue catalogue = new Catalogue(story);

    @BeforeEach
    void twoThings() {
        catalogue.offer("Mug", 450, null, 10).offer("Rug", 9_000, null, 10);
    }

    @Test
    void a_day_begins_at_midnight_in_nairobi() {
        sold("A1", "2026-09-30T20:59:59.999Z", "Mug", 1, 450);
        sold("B1", "2026-09-30T21:00:00Z", "Mug", 2, 450);
        hear();
        SalesOverview sales = sales(days("2026-09-30", "2026-10-01"), Interval.DAY);
        assertThat(sales.series())
                .extracting(Point::at)
                .containsExactly(at("2026-09-29T21:00:00Z"), at("2026-09-30T21:00:00Z"));
        assertThat(sales.series())
                .extracting(point -> point.totals().revenue())
                .containsExactly(shillings(450), shillings(900));
        assertThat(sales.series()).extracting(point -> point.totals().units()).containsExactly(1L, 2L);
        assertThat(sales.totals()).isEqualTo(new SalesOverview.Totals(shillings(1_350), 2, 3));
        assertThat(sales(days("2026-09-01", "2026-10-31"), Interval.MONTH).series())
                .extracting(point -> point.totals().revenue())
                .containsExactly(shillings(450), shillings(900));
    }

    @Test
    void a_late_refund_counts_on_its_own_day() {
        Sale sale = sold("A1", "2026-09-30T10:00:00Z", "Rug", 1, 9_000);
        refunded(sale, "2026-10-02T10:00:00Z", 4_000);
        hear();
        assertThat(stats("2026-09-30", "2026-09-30").revenue()).isEqualTo(shillings(9_000));
        PeriodStats october = stats("2026-10-02", "2026-10-02");
        assertThat(october.revenue()).isEqualTo(shillings(-4_000));
        assertThat(october.refunded()).isEqualTo(shillings(4_000));
        assertThat(october.orders()).isZero();
        assertThat(sales(days("2026-09-30", "2026-10-02"), Interval.DAY).series())
                .extracting(point -> point.totals().revenue())
                .containsExactly(shillings(9_000), shillings(0), shillings(-4_000));
    }

    @Test
    void an_order_counts_once_it_is_confirmed_and_by_when_it_was_placed() {
        new Sale(story, "A1").place(at("2026-10-05T08:00:00Z"), line("Mug", 1, 450));
        sold("B1", "2026-10-05T09:00:00Z", "Mug", 3, 450);
        hear();
        PeriodStats day = stats("2026-10-05", "2026-10-05");
        assertThat(day.orders()).isEqualTo(1);
        assertThat(day.averageOrderValue()).isEqualTo(shillings(1_350));
        EngagementMetrics metrics =
                shop.ask(new FindEngagement(days("2026-10-05", "2026-10-05")), EngagementMetrics.class);
        assertThat(metrics.checkoutsStarted()).isEqualTo(2);
        assertThat(metrics.checkoutsCompleted()).isEqualTo(1);
    }

    @Test
    void the_days_before_are_the_previous_period() {
        sold("A1", "2026-10-01T08:00:00Z", "Mug", 1, 450);
        sold("A2", "2026-10-03T08:00:00Z", "Mug", 2, 450);
        hear();
        DashboardStats stats = shop.ask(new FindDashboard(days("2026-10-03", "2026-10-04")), DashboardStats.class);
        assertThat(stats.stats().revenue()).isEqualTo(shillings(900));
        assertThat(stats.previous().revenue()).isEqualTo(shillings(450));
        assertThat(stats.stats().newCustomers()).as("A bought before").isZero();
        assertThat(stats.previous().newCustomers()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void the_events_that_explain_a_figure_add_up_to_it_page_by_page(Metric metric) {
        for (int n = 1; n <= 5; n++) {
            Sale sale = sold("A" + n, "2026-10-0" + n + "T08:00:00Z", "Mug", n, 450);
            refunded(sale, "2026-10-0" + n + "T12:00:00Z", 100);
        }
        sold("B1", "2026-10-09T08:00:00Z", "Mug", 1, 450);
        hear();
        Period period = days("2026-10-02", "2026-10-04");
        long figure = figure(metric, period);
        List<Entry> entries = new ArrayList<>();
        Long after = 0L;
        while (after != null) {
            Explanation page = shop.ask(new ExplainFigure(metric, period, after, 2), Explanation.class);
            assertThat(page.sum()).isEqualTo(figure);
            entries.addAll(page.results());
            after = page.nextAfter();
        }
        assertThat(entries.stream().mapToLong(Entry::value).sum())
                .isEqualTo(figure)
                .isPositive();
        assertThat(entries).extracting(Entry::position).isSorted().doesNotHaveDuplicates();
        entries.forEach(entry ->
                assertThat(nameAt(entry.position())).isEqualTo(entry.type().replaceAll(".*\\.", "")));
    }

    @Test
    void products_sell_the_best_first_and_those_that_nobody_bought_too() {
        sold("A1", "2026-10-05T08:00:00Z", "Mug", 3, 450);
        hear();
        ProductPerformance performance = shop.ask(
                new FindProductPerformance(days("2026-10-01", "2026-10-31"), null, FIRST), ProductPerformance.class);
        assertThat(performance.count()).isEqualTo(2);
        assertThat(performance.results())
                .extracting(ProductPerformance.Entry::name)
                .containsExactly("Mug", "Rug");
        assertThat(performance.results())
                .extracting(ProductPerformance.Entry::unitsSold)
                .containsExactly(3L, 0L);
        assertThat(performance.results().getFirst().revenue()).isEqualTo(shillings(1_350));
    }

    @Test
    void who_comes_back_is_seen_by_the_month_of_the_first_order() {
        sold("A1", "2026-09-10T08:00:00Z", "Mug", 1, 450);
        sold("B1", "2026-09-11T08:00:00Z", "Mug", 1, 450);
        sold("A2", "2026-10-10T08:00:00Z", "Rug", 1, 9_000);
        hear();
        CustomerBehavior behavior = shop.ask(
                new FindCustomerBehavior(days("2026-09-01", "2026-10-31"), at("2026-11-01T00:00:00Z")),
                CustomerBehavior.class);
        assertThat(behavior.cohorts())
                .containsExactly(
                        new Cohort(YearMonth.of(2026, 9), 2, List.of(rate("1.0000"), rate("0.5000"))),
                        new Cohort(YearMonth.of(2026, 10), 0, List.of(rate("0.0000"))));
        assertThat(behavior.newCustomers()).isEqualTo(2);
        assertThat(behavior.repeatRate()).isEqualTo(rate("0.5000"));
        assertThat(behavior.topCustomers().getFirst().revenue()).isEqualTo(shillings(9_450));
    }

    private Sale sold(String name, String when, String product, int quantity, long price) {
        Sale sale = new Sale(story, name).place(at(when), line(product, quantity, price));
        long total = quantity * price;
        sale.await(total).prompt(total);
        sale.tell(new PaymentSettled(
                sale.payment, sale.order, sale.attempt(), shillings(total), "SGR7" + name + "CDEF", at(when)));
        return sale.tell(new duka.ordering.api.OrderEvent.OrderConfirmed(sale.order));
    }

    private void refunded(Sale sale, String when, long amount) {
        RefundId refund = RefundId.of(sale.payment, when);
        Personal phone = sale.personal("+254712345000");
        sale.tell(new RefundRequested(
                sale.payment, sale.order, refund, shillings(amount), when, RefundVia.B2C, null, phone, null));
        sale.tell(new RefundBegun(sale.payment, sale.order, refund));
        sale.tell(new RefundSucceeded(sale.payment, sale.order, refund, shillings(amount), null, at(when)));
    }

    private long figure(Metric metric, Period period) {
        PeriodStats stats =
                shop.ask(new FindDashboard(period), DashboardStats.class).stats();
        return switch (metric) {
            case REVENUE -> stats.revenue().minorUnits();
            case REFUNDED -> stats.refunded().minorUnits();
            case ORDERS -> stats.orders();
            case UNITS -> sales(period, Interval.DAY).totals().units();
        };
    }

    private String nameAt(long position) {
        return story.told().get((int) position - 1).event().getClass().getSimpleName();
    }

    private PeriodStats stats(String from, String to) {
        return shop.ask(new FindDashboard(days(from, to)), DashboardStats.class).stats();
    }

    private SalesOverview sales(Period period, Interval interval) {
        return shop.ask(new FindSalesOverview(period, interval), SalesOverview.class);
    }

    private void hear() {
        shop.hear(story);
        assertThat(shop.failed()).isEmpty();
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), NAIROBI);
    }

    private static Instant at(String when) {
        return Instant.parse(when);
    }

    private static BigDecimal rate(String written) {
        return new BigDecimal(written);
    }
}
