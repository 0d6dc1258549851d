package duka.analytics.api;

import duka.catalog.api.CategoryId;
import duka.kernel.Money;
import duka.ordering.api.PaymentMethod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold.
 *
 * @param byPaymentMethod every way to pay
 * @param byCategory what was sold of, the best first
 */
public record SalesOverview(
        List<Point> series, Totals totals, List<MethodShare> byPaymentMethod, List<CategoryShare> byCategory) {

    /** @param at when this stretch of time begins; only what lies in the period counts */
    public record Point(Instant at, Totals totals) {}

    public record Totals(Money revenue, long orders, long units) {}

    public record MethodShare(PaymentMethod method, Money revenue, long orders) {}

    /**
     * By the categories of today.
     *
     * @param categoryId {@code null} for products that are in none
     * @param revenue what the lines of confirmed orders came to, without shipping, whether paid yet or not
     */
    public record CategoryShare(
            @Nullable CategoryId categoryId, @Nullable String name, Money revenue, long units) {}
}
