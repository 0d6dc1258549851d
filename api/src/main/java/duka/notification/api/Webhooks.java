package duka.notification.api;

import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The servers of others that are told what happens in the shop, and what became of that. */
public interface Webhooks {

    /** @param eventTypes all if empty */
    record Settings(String url, @Nullable String description, List<String> eventTypes, boolean isActive) {}

    /** @param signingKey under which its messages are signed: the shop shows it this once */
    record Issued(WebhookEndpoint endpoint, String signingKey) {}

    /** Why nothing may be sent to this address; empty if it may. Whom a name stands for is looked up when it is sent to. */
    Optional<String> objectionTo(String url);

    long count();

    /** The newest first. */
    List<WebhookEndpoint> list(PageRequest page);

    Optional<WebhookEndpoint> find(UUID id);

    /**
     * It is told what happens from now on. One that is there stays as it is.
     *
     * @throws Rejection {@code too_many_webhook_endpoints}
     */
    Issued add(UUID id, Settings settings);

    /**
     * One that becomes active again is told what happens from then on.
     *
     * @throws Rejection {@code not_found}, {@code version_mismatch}
     */
    void change(UUID id, Settings settings, @Nullable Long expectedVersion);

    /** @throws Rejection {@code not_found}, {@code version_mismatch} */
    void remove(UUID id, @Nullable Long expectedVersion);

    /** A new secret; for a day messages are signed under the old one too. @throws Rejection {@code not_found} */
    Issued rotate(UUID id);

    long countDeliveries(UUID endpoint);

    /** The newest event first. */
    List<WebhookDelivery> deliveries(UUID endpoint, PageRequest page);

    /** Sends it once more at once. @throws Rejection {@code not_found}, {@code webhook_endpoint_inactive} */
    WebhookDelivery redeliver(UUID endpoint, UUID delivery);

    /**
     * Tells it again what happened from a position on.
     *
     * @return the last position that is told again
     * @throws Rejection {@code not_found}, {@code webhook_endpoint_inactive}
     */
    long replay(UUID endpoint, long fromPosition);
}
