package duka.notification.api;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.ordering.api.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * News for one customer, without words: those are found when it is read, in the reader's language.
 *
 * @param amount the money that it tells of, if it tells of any
 */
public record NotificationView(
        NotificationId id,
        AccountId accountId,
        NotificationKind kind,
        OrderNumber orderNumber,
        @Nullable Money amount,
        boolean read,
        Instant createdAt) {}
