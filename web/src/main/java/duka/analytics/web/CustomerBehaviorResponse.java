package duka.analytics.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import duka.analytics.api.CustomerBehavior;
import duka.identity.api.AccountId;
import duka.kernel.web.MoneyJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who buys, and how often. */
record CustomerBehaviorResponse(
        NewVsReturning newVsReturning,
        BigDecimal repeatRate,
        BigDecimal averageOrdersPerCustomer,
        List<Cohort> cohorts,
        List<TopCustomer> topCustomers,
        List<SegmentSize> rfm,
        long abandonedCarts) {

    record NewVsReturning(@JsonProperty("new") long newCustomers, long returning) {}

    /** @param month such as {@code 2026-11} */
    record Cohort(String month, long size, List<BigDecimal> retention) {}

    /** @param name {@code null} once the account is gone */
    record TopCustomer(String id, @Nullable String name, long orders, MoneyJson revenue) {}

    record SegmentSize(String segment, long customers) {}

    /** @param names how an account's owner is called today; kept nowhere but with the account */
    static CustomerBehaviorResponse of(CustomerBehavior behavior, Function<AccountId, @Nullable String> names) {
        return new CustomerBehaviorResponse(
                new NewVsReturning(behavior.newCustomers(), behavior.returningCustomers()),
                behavior.repeatRate(),
                behavior.averageOrders(),
                behavior.cohorts().stream()
                        .map(cohort -> new Cohort(cohort.month().toString(), cohort.size(), cohort.retention()))
                        .toList(),
                behavior.topCustomers().stream()
                        .map(top -> new TopCustomer(
                                top.id().toString(), names.apply(top.id()), top.orders(), MoneyJson.of(top.revenue())))
                        .toList(),
                behavior.segments().stream()
                        .map(size -> new SegmentSize(Periods.lower(size.segment()), size.customers()))
                        .toList(),
                behavior.abandonedCarts());
    }

    /** One figure per line, since they are of different kinds. */
    CsvFile csv() {
        CsvFile file = new CsvFile("customers", "figure", "of", "value")
                .row("new", null, newVsReturning.newCustomers())
                .row("returning", null, newVsReturning.returning())
                .row("repeat_rate", null, repeatRate)
                .row("average_orders_per_customer", null, averageOrdersPerCustomer)
                .row("abandoned_carts", null, abandonedCarts);
        for (Cohort cohort : cohorts) {
            file.row("cohort_size", cohort.month(), cohort.size());
            for (int month = 0; month < cohort.retention().size(); month++) {
                file.row(
                        "cohort_retention_" + month,
                        cohort.month(),
                        cohort.retention().get(month));
            }
        }
        rfm.forEach(size -> file.row("rfm", size.segment(), size.customers()));
        for (TopCustomer top : topCustomers) {
            String who = top.name() == null ? top.id() : top.name();
            file.row("top_customer_orders", who, top.orders());
            file.row("top_customer_revenue", who, top.revenue());
        }
        return file;
    }
}
