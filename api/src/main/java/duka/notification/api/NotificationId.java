package duka.notification.api;

import duka.kernel.Id;
import duka.kernel.OrderId;
import duka.kernel.Uuids;
import java.util.UUID;

/** One piece of news for one customer. */
public record NotificationId(UUID value) implements Id {

    /** @param eventId the event that it tells of: however often it is read, it is the same news */
    public static NotificationId of(OrderId order, String eventId) {
        return new NotificationId(Uuids.derive(order.value(), "notification:" + eventId));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
