package duka.notification.webhook;

import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import duka.notification.api.WebhookEndpoint;
import duka.notification.webhook.Following.Part;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a stretch of the past down for one endpoint once more, a part at a time. */
final class Replaying implements DueWorkHandler<Replaying.Work> {

    static final String TASK = "notification.webhook-replaying";

    private final EndpointTable endpoints;
    private final Following following;
    private final DueWork dueWork;
    private final TransactionTemplate transaction;

    Replaying(EndpointTable endpoints, Following following, DueWork dueWork, TransactionTemplate transaction) {
        this.endpoints = endpoints;
        this.following = following;
        this.dueWork = dueWork;
        this.transaction = transaction;
    }

    /** The positions are both told again. */
    record Work(UUID endpointId, long from, long upTo) {

        String id() {
            return endpointId + "/" + from + "/" + upTo;
        }
    }

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
        if (following.isBehind(work.endpointId())) {
            return Next.again(Following.PAUSE);
        }
        Part part = following.read(endpoint.get(), work.from() - 1, work.upTo());
        transaction.executeWithoutResult(status -> {
            following.write(work.endpointId(), part, true);
            if (part.full()) {
                Work rest = new Work(work.endpointId(), part.position() + 1, work.upTo());
                dueWork.schedule(TASK, rest.id(), rest, Duration.ZERO);
            }
        });
        return Next.done();
    }
}
