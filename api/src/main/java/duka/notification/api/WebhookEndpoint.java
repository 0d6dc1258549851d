package duka.notification.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server of somebody else's that is told what happens in the shop.
 *
 * @param eventTypes what it is told of, all if empty
 * @param disabledReason why the shop itself stopped telling it, or {@code null}
 * @param position up to where of the history it was told, or will be by deliveries that are written down
 * @param version counts the edits; a new one has 1
 */
public record WebhookEndpoint(
        UUID id,
        String url,
        @Nullable String description,
        List<String> eventTypes,
        boolean isActive,
        @Nullable String disabledReason,
        long position,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public boolean wants(String type) {
        return eventTypes.isEmpty() || eventTypes.contains(type);
    }
}
