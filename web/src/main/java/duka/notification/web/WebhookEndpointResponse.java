package duka.notification.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import duka.notification.api.WebhookEndpoint;
import duka.notification.api.Webhooks.Issued;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as admins read it.
 *
 * @param secret under which its messages are signed; only in the answer that makes it
 */
record WebhookEndpointResponse(
        String id,
        String url,
        @Nullable String description,
        List<String> eventTypes,
        boolean isActive,
        @Nullable String disabledReason,
        long position,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static WebhookEndpointResponse of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    static WebhookEndpointResponse of(Issued issued) {
        return of(issued.endpoint(), issued.signingKey());
    }

    private static WebhookEndpointResponse of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new WebhookEndpointResponse(
                endpoint.id().toString(),
                endpoint.url(),
                endpoint.description(),
                endpoint.eventTypes(),
                endpoint.isActive(),
                endpoint.disabledReason(),
                endpoint.position(),
                secret,
                endpoint.createdAt(),
                endpoint.updatedAt(),
                endpoint.version());
    }

    /** Never the secret: this ends up in logs. */
    @Override
    public String toString() {
        return "WebhookEndpointResponse[" + id + "]";
    }
}
