package duka.notification.web;

import duka.notification.api.WebhookDelivery;
import duka.notification.api.WebhookDelivery.Attempt;
import duka.notification.api.WebhookDelivery.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as admins read it.
 *
 * @param webhookId what the endpoint reads in {@code webhook-id}
 */
record WebhookDeliveryResponse(
        String id,
        String webhookId,
        String eventId,
        String type,
        long position,
        Status status,
        List<Attempt> attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt) {

    static WebhookDeliveryResponse of(WebhookDelivery delivery) {
        return new WebhookDeliveryResponse(
                delivery.id().toString(),
                "msg_" + delivery.id(),
                delivery.eventId(),
                delivery.type(),
                delivery.position(),
                delivery.status(),
                delivery.attempts(),
                delivery.nextAttemptAt(),
                delivery.createdAt());
    }
}
