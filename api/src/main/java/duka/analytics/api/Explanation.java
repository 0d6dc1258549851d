package duka.analytics.api;

import duka.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The very events that a figure is the sum of.
 *
 * @param sum the whole figure, whatever page this is; minor units of money, or a count
 * @param nextAfter where the next page begins, or {@code null} on the last
 */
public record Explanation(
        Metric metric,
        List<Entry> results,
        long sum,
        @Nullable Long nextAfter) {

    /**
     * @param position of the event in the store
     * @param type the event's name, such as {@code payment.PaymentSettled}
     * @param at by when it counts: an order by when it was placed, money by when it came or went
     * @param value what it adds, in the unit of the sum
     */
    public record Entry(long position, String type, Instant at, OrderId orderId, long value) {}
}
