package duka.analytics.query;

import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.ordering.api.OrderContent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code read.figure_order}, or as much of it as a batch of events tells.
 *
 * @param placed {@code null} if only the confirmation is news
 * @param confirmed the position of the event that made it count, or {@code null} if that is not news
 */
record OrderFact(
        OrderId order, @Nullable Placed placed, @Nullable Long confirmed) {

    record Placed(Instant at, OrderContent content) {

        /** An account, or the person that a guest is for this one order. */
        UUID buyer() {
            AccountId customer = content.customerId();
            return customer == null ? content.person().value() : customer.value();
        }

        boolean byGuest() {
            return content.customerId() == null;
        }
    }
}
