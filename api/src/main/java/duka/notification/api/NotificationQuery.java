package duka.notification.api;

import duka.identity.api.AccountId;
import duka.kernel.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about notifications. */
public sealed interface NotificationQuery {

    /**
     * One account's, the newest first → {@link Notifications}.
     *
     * @param read those that were read, or were not, or {@code null} for all
     */
    record ListNotifications(AccountId accountId, @Nullable Boolean read, PageRequest page)
            implements NotificationQuery {}

    /** → {@link Notifications} of none or one. */
    record FindNotification(NotificationId notificationId) implements NotificationQuery {}

    record Notifications(long count, List<NotificationView> results) {}
}
