package duka.notification.webhook;

import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import duka.kernel.api.History;
import duka.kernel.api.History.Happening;
import duka.kernel.api.History.Reading;
import duka.notification.api.WebhookEndpoint;
import duka.notification.api.WebhookMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the history for one endpoint: what it wants to hear of is written down as a delivery, in the transaction that
 * moves its position. It costs the shop nothing where nobody is told.
 */
final class Following implements DueWorkHandler<Following.Work> {

    static final String TASK = "notification.webhook-following";

    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_READ = 2_000;
    private static final int MOST_WRITTEN = 50;

    /** Workers take what is due the longest first: more than this would keep the shop's own work waiting. */
    private static final int MOST_DUE = 100;

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final WebhookMessages messages;
    private final History history;
    private final DueWork dueWork;
    private final TransactionTemplate transaction;

    Following(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            WebhookMessages messages,
            History history,
            DueWork dueWork,
            TransactionTemplate transaction) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.messages = messages;
        this.history = history;
        this.dueWork = dueWork;
        this.transaction = transaction;
    }

    /** For whom. */
    record Work(UUID endpointId) {}

    /** Something to tell, and as what. */
    record News(Happening happening, String type) {}

    /** @param position up to where was read, {@code full} if there may be more at once */
    record Part(long position, boolean full, List<News> news) {}

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
        Optional<WebhookEndpoint> endpoint = endpoints.find(work.endpointId()).filter(WebhookEndpoint::isActive);
        if (endpoint.isEmpty()) {
            return Next.done();
        }
        if (isBehind(work.endpointId())) {
            return Next.again(PAUSE);
        }
        Part part = read(endpoint.get(), endpoint.get().position(), Long.MAX_VALUE);
        if (part.position() > endpoint.get().position()) {
            transaction.executeWithoutResult(status -> {
                write(work.endpointId(), part, false);
                endpoints.moveTo(work.endpointId(), part.position());
            });
        }
        return Next.again(part.full() ? Duration.ZERO : PAUSE);
    }

    /** Whether enough is written down for it by now. */
    boolean isBehind(UUID endpoint) {
        return deliveries.due(endpoint) >= MOST_DUE;
    }

    /** What the endpoint wants to hear of after a position, as far as its read models have come. */
    Part read(WebhookEndpoint endpoint, long after, long upTo) {
        List<News> news = new ArrayList<>();
        long position = after;
        int read = 0;
        try (Reading reading = history.after(after)) {
            Optional<Happening> next = reading.next();
            while (next.isPresent()
                    && next.get().position() <= upTo
                    && messages.canBeRead(next.get())
                    && read < MOST_READ
                    && news.size() < MOST_WRITTEN) {
                Happening happening = next.get();
                messages.typeOf(happening.event())
                        .filter(endpoint::wants)
                        .ifPresent(type -> news.add(new News(happening, type)));
                position = happening.position();
                read++;
                next = reading.next();
            }
            return new Part(position, next.isPresent() && read > 0 && next.get().position() <= upTo, news);
        }
    }

    /** In the caller's transaction. */
    void write(UUID endpoint, Part part, boolean again) {
        for (News news : part.news()) {
            UUID delivery = deliveries.add(endpoint, news.happening(), news.type(), again);
            dueWork.schedule(
                    Delivering.TASK, delivery.toString(), new Delivering.Work(endpoint, delivery), Duration.ZERO);
        }
    }
}
