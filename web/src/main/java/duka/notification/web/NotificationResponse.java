package duka.notification.web;

import duka.notification.api.NotificationView;
import java.time.Instant;
import java.util.Locale;

/** News in the reader's language. */
record NotificationResponse(
        String id, String kind, String title, String body, String link, boolean isRead, Instant createdAt) {

    static NotificationResponse of(NotificationView notification, NotificationWords words) {
        return new NotificationResponse(
                notification.id().toString(),
                notification.kind().name().toLowerCase(Locale.ROOT),
                words.title(notification),
                words.body(notification),
                "/orders/" + notification.orderNumber(),
                notification.read(),
                notification.createdAt());
    }
}
