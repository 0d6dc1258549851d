package duka.notification.query;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.notification.api.NotificationId;
import duka.notification.api.NotificationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an order that its customer may want to know. */
record News(
        NotificationId id,
        OrderId orderId,
        NotificationKind kind,
        @Nullable Money amount,
        Instant at) {}
