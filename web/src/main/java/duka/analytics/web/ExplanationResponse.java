package duka.analytics.web;

import duka.analytics.api.Explanation;
import duka.analytics.api.Metric;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.web.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that a figure is the sum of.
 *
 * @param sum of all of them and not of this page: money for {@code revenue} and {@code refunded}, else a count
 */
record ExplanationResponse(
        String metric,
        List<Entry> results,

        @Schema(oneOf = {MoneyJson.class, Long.class}) Object sum,

        @Nullable Long nextAfter) {

    /**
     * @param at by when it counts: an order by when it was placed
     * @param value what it adds, like the sum
     */
    record Entry(
            long position,
            String type,
            Instant at,
            String orderId,

            @Schema(oneOf = {MoneyJson.class, Long.class}) Object value) {}

    static ExplanationResponse of(Explanation explanation, CurrencyCode currency) {
        Metric metric = explanation.metric();
        return new ExplanationResponse(
                Periods.lower(metric),
                explanation.results().stream()
                        .map(entry -> new Entry(
                                entry.position(),
                                entry.type(),
                                entry.at(),
                                entry.orderId().toString(),
                                spelt(metric, entry.value(), currency)))
                        .toList(),
                spelt(metric, explanation.sum(), currency),
                explanation.nextAfter());
    }

    CsvFile csv() {
        CsvFile file = new CsvFile("explain-" + metric, "position", "type", "at", "order_id", "value");
        results.forEach(entry -> file.row(entry.position(), entry.type(), entry.at(), entry.orderId(), entry.value()));
        return file;
    }

    private static Object spelt(Metric metric, long value, CurrencyCode currency) {
        return metric.isMoney() ? MoneyJson.of(new Money(value, currency)) : (Object) value;
    }
}
