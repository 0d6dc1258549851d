package duka.notification.api;

import duka.kernel.Id;
import duka.kernel.OrderId;
import duka.kernel.Uuids;
import java.util.UUID;

/** One piece of news for one customer. */
public record NotificationId(UUID value) implements Id {

    /** @param what happened to the order, in words that no other news of it has: read again, it is the same news */
    public static NotificationId of(OrderId order, String what) {
        return new NotificationId(Uuids.derive(order.value(), "notification:" + what));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
