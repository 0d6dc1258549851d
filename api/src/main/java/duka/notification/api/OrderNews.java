package duka.notification.api;

import duka.kernel.Money;
import duka.kernel.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an order that its buyer is to be written about: due work, so nothing in it is personal.
 *
 * @param id names the news, and with it the one message about it
 * @param amount what was paid or paid back, else {@code null}
 */
public record OrderNews(
        String id,
        OrderId orderId,
        LetterKind kind,
        @Nullable Money amount) {

    /** The stored name of this due work. */
    public static final String TASK = "notification.order-letter";
}
