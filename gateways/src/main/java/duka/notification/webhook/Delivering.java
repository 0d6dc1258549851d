package duka.notification.webhook;

import duka.kernel.api.DueWorkHandler;
import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.api.History.Reading;
import duka.notification.api.WebhookDelivery;
import duka.notification.api.WebhookDelivery.Attempt;
import duka.notification.api.WebhookDelivery.Status;
import duka.notification.api.WebhookEndpoint;
import duka.notification.api.WebhookMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one event to one endpoint, at least once. A few are sent at the same time and the rest comes back later, so that
 * slow servers of others keep no worker from the shop's own work.
 */
final class Delivering implements DueWorkHandler<Delivering.Work> {

    static final String TASK = "notification.webhook";

    private static final int GONE = 410;
    private static final int SHORTEST_WAIT_MILLIS = 300;

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final WebhookMessages messages;
    private final History history;
    private final Sender sender;
    private final Turns turns = new Turns();
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivering(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            WebhookMessages messages,
            History history,
            Sender sender,
            TransactionTemplate transaction,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.messages = messages;
        this.history = history;
        this.sender = sender;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What, to whom. */
    record Work(UUID endpointId, UUID deliveryId) {}

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Class<Work> data() {
        return Work.class;
    }

    @Override
    public Next run(Work work, int attempt) {
        Optional<WebhookDelivery> delivery =
                deliveries.find(work.endpointId(), work.deliveryId()).filter(one -> one.status() == Status.PENDING);
        Optional<WebhookEndpoint> endpoint = endpoints.find(work.endpointId());
        if (delivery.isEmpty() || endpoint.isEmpty()) {
            return Next.done();
        }
        if (!endpoint.get().isActive()) {
            deliveries.end(work.deliveryId(), Status.FAILED, null);
            return Next.done();
        }
        if (!turns.begin(work.endpointId())) {
            return Next.again(untilItsTurn(work.endpointId()));
        }
        try {
            return send(endpoint.get(), delivery.get());
        } finally {
            turns.end(work.endpointId());
        }
    }

    /** The more are waiting, the longer: looking whether it is its turn is work too. */
    private Duration untilItsTurn(UUID endpoint) {
        int longest = 2 * SHORTEST_WAIT_MILLIS + 100 * deliveries.pending(endpoint);
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(SHORTEST_WAIT_MILLIS, longest));
    }

    private Next send(WebhookEndpoint endpoint, WebhookDelivery delivery) {
        Optional<String> body = event(delivery).flatMap(messages::bodyOf);
        if (body.isEmpty()) {
            deliveries.end(delivery.id(), Status.FAILED, null);
            return Next.done();
        }
        Instant now = clock.instant();
        String id = "msg_" + delivery.id();
        String signature = SigningSecret.header(endpoints.secrets(endpoint.id()), id, now, body.get());
        Attempt attempt = sender.send(endpoint.url(), id, signature, now, body.get());
        Integer status = attempt.statusCode();
        if (status != null && status / 100 == 2) {
            return succeeded(endpoint, delivery, attempt);
        }
        return failed(endpoint, delivery, attempt, status != null && status == GONE);
    }

    private Next succeeded(WebhookEndpoint endpoint, WebhookDelivery delivery, Attempt attempt) {
        transaction.executeWithoutResult(status -> {
            deliveries.tried(delivery.id(), attempt, Status.SUCCEEDED, null);
            endpoints.works(endpoint.id());
        });
        return Next.done();
    }

    private Next failed(WebhookEndpoint endpoint, WebhookDelivery delivery, Attempt attempt, boolean gone) {
        Optional<Duration> pause = gone ? Optional.empty() : Pauses.after(deliveries.tries(delivery.id()) + 1);
        transaction.executeWithoutResult(status -> {
            deliveries.tried(
                    delivery.id(),
                    attempt,
                    pause.isPresent() ? Status.PENDING : Status.FAILED,
                    pause.map(clock.instant()::plus).orElse(null));
            if (gone) {
                endpoints.isGone(endpoint.id());
            } else {
                endpoints.fails(endpoint.id());
            }
        });
        return pause.map(Next::again).orElseGet(Next::done);
    }

    private Optional<Happening> event(WebhookDelivery delivery) {
        try (Reading reading = history.after(delivery.position() - 1)) {
            return reading.next().filter(happening -> happening.eventId().equals(delivery.eventId()));
        }
    }
}
