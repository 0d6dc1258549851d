package duka.notification.webhook;

import duka.kernel.Rejection;
import duka.kernel.api.DueWork;
import duka.kernel.api.History;
import duka.kernel.api.PageRequest;
import duka.kernel.outside.Targets;
import duka.notification.api.WebhookDelivery;
import duka.notification.api.WebhookEndpoint;
import duka.notification.api.Webhooks;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What admins do with endpoints. What follows from it is written down as due work in the same transaction. */
final class WebhookDesk implements Webhooks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final Targets targets;
    private final DueWork dueWork;
    private final History history;
    private final TransactionTemplate transaction;

    WebhookDesk(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            Targets targets,
            DueWork dueWork,
            History history,
            TransactionTemplate transaction) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.targets = targets;
        this.dueWork = dueWork;
        this.history = history;
        this.transaction = transaction;
    }

    @Override
    public Optional<String> objectionTo(String url) {
        return targets.objectionTo(url);
    }

    @Override
    public long count() {
        return endpoints.count();
    }

    @Override
    public List<WebhookEndpoint> list(PageRequest page) {
        return endpoints.list(page);
    }

    @Override
    public Optional<WebhookEndpoint> find(UUID id) {
        return endpoints.find(id);
    }

    @Override
    public Issued add(UUID id, Settings settings) {
        long now = history.newest();
        transaction.executeWithoutResult(status -> {
            if (endpoints.find(id).isEmpty()) {
                endpoints.add(id, settings, SigningSecret.fresh(RANDOM), now);
                begin(id);
            }
        });
        return issued(id);
    }

    @Override
    public void change(UUID id, Settings settings, @Nullable Long expectedVersion) {
        long now = history.newest();
        transaction.executeWithoutResult(status -> {
            WebhookEndpoint before = endpoints.expected(id, expectedVersion);
            endpoints.change(id, settings, now);
            if (!before.isActive()) {
                begin(id);
            }
        });
    }

    @Override
    public void remove(UUID id, @Nullable Long expectedVersion) {
        transaction.executeWithoutResult(status -> {
            endpoints.expected(id, expectedVersion);
            endpoints.remove(id);
        });
    }

    @Override
    public Issued rotate(UUID id) {
        transaction.executeWithoutResult(status -> {
            endpoints.expected(id, null);
            endpoints.rotate(id, SigningSecret.fresh(RANDOM));
        });
        return issued(id);
    }

    @Override
    public long countDeliveries(UUID endpoint) {
        return deliveries.count(endpoint);
    }

    @Override
    public List<WebhookDelivery> deliveries(UUID endpoint, PageRequest page) {
        return deliveries.list(endpoint, page);
    }

    @Override
    public WebhookDelivery redeliver(UUID endpoint, UUID delivery) {
        return transaction.execute(status -> {
            active(endpoint);
            if (deliveries.find(endpoint, delivery).isEmpty()) {
                throw Rejection.notFound("delivery");
            }
            deliveries.renew(delivery);
            dueWork.schedule(
                    Delivering.TASK, delivery.toString(), new Delivering.Work(endpoint, delivery), Duration.ZERO);
            return deliveries.find(endpoint, delivery).orElseThrow();
        });
    }

    @Override
    public long replay(UUID endpoint, long fromPosition) {
        return transaction.execute(status -> {
            long upTo = active(endpoint).position();
            if (fromPosition <= upTo) {
                Replaying.Work work = new Replaying.Work(endpoint, fromPosition, upTo);
                dueWork.schedule(Replaying.TASK, work.id(), work, Duration.ZERO);
            }
            return upTo;
        });
    }

    private WebhookEndpoint active(UUID id) {
        WebhookEndpoint endpoint = endpoints.expected(id, null);
        if (!endpoint.isActive()) {
            throw new Rejection("webhook_endpoint_inactive", "The endpoint is told nothing until it is active.");
        }
        return endpoint;
    }

    private void begin(UUID id) {
        dueWork.schedule(Following.TASK, id.toString(), new Following.Work(id), Duration.ZERO);
    }

    private Issued issued(UUID id) {
        return new Issued(
                endpoints.find(id).orElseThrow(EndpointTable::unknown),
                endpoints.secrets(id).getFirst().reveal());
    }
}
