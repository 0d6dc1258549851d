package duka.notification.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param id with {@code msg_} before it the {@code webhook-id}, the same at every attempt
 * @param position of the event in the shop's history
 * @param attempts the oldest first
 * @param nextAttemptAt {@code null} once it has ended
 */
public record WebhookDelivery(
        UUID id,
        UUID endpointId,
        String eventId,
        String type,
        long position,
        Status status,
        List<Attempt> attempts,
        @Nullable Instant nextAttemptAt,
        Instant createdAt) {

    /** How far a delivery is. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        /** Nothing more is tried, until somebody asks for it. */
        FAILED
    }

    /**
     * One time that it was sent.
     *
     * @param statusCode what the endpoint answered, or {@code null} if there was no answer
     * @param error why there was none, or {@code null}
     * @param response how the answer's body begins, or {@code null}
     */
    public record Attempt(
            Instant at,
            @Nullable Integer statusCode,
            long tookMillis,
            @Nullable String error,
            @Nullable String response) {}
}
