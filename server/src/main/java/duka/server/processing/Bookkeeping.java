package duka.server.processing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, for each batch of a group, how many events it took and the sum of their positions (in the transaction of its
 * token), and tells after the commit what can be read now. An event that went to the dead letters is counted and not
 * told.
 */
final class Bookkeeping implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String LEDGER = "duka.ledger";
    private static final String PARKED = "duka.parked";
    private static final double MEDIAN = 0.5;
    private static final double ALL_BUT_ONE_PERCENT = 0.99;

    private final String group;
    private final Progress progress;
    private final Reports reports;
    private final Stumbles stumbles;
    private final Timer delay;

    /** @param metrics is told how long after its recording each event reaches the group: {@code duka.reader.delay} */
    Bookkeeping(String group, Progress progress, Reports reports, Stumbles stumbles, MeterRegistry metrics) {
        this.group = group;
        this.progress = progress;
        this.reports = reports;
        this.stumbles = stumbles;
        this.delay = Timer.builder("duka.reader.delay")
                .tag("group", group)
                .publishPercentiles(MEDIAN, ALL_BUT_ONE_PERCENT)
                .register(metrics);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        // Opened first, so that of all that follows a commit this tells last: nobody is called to a cache that is
        // stale.
        UnitOfWork<?> batch = unit.root();
        delay.record(Duration.between(unit.getMessage().getTimestamp(), GenericEventMessage.clock.instant()));
        Ledger ledger = batch.getOrComputeResource(LEDGER, key -> open(batch));
        Object result = chain.proceed();
        ledger.take(unit.getMessage());
        return result;
    }

    /** Says that this event was set aside in this unit of work, and so cannot be read. */
    static void parked(UnitOfWork<?> unit, String eventId) {
        unit.root().getOrComputeResource(PARKED, key -> new HashSet<String>()).add(eventId);
    }

    /** What the batch took, for whoever writes it first; {@code null} if nothing is left to write. */
    static @Nullable Taken takenBy(UnitOfWork<?> unit, String group) {
        Ledger ledger = unit.root().getResource(LEDGER);
        return ledger == null || !ledger.group.equals(group) ? null : ledger.claim();
    }

    private Ledger open(UnitOfWork<?> batch) {
        Ledger ledger = new Ledger(group);
        batch.onPrepareCommit(unit -> {
            Taken unwritten = ledger.claim();
            if (unwritten != null) {
                progress.add(group, segment(unit), unwritten.events(), unwritten.positions());
            }
        });
        batch.afterCommit(unit -> {
            stumbles.succeeded(group, segment(unit));
            reports.committed(group, ledger.readable(unit), ledger.taken, ledger.last);
        });
        batch.onRollback(unit -> stumbles.failed(group, segment(unit)));
        return ledger;
    }

    private int segment(UnitOfWork<?> batch) {
        return batch.getOrDefaultResource("Processor[%s]/SegmentId".formatted(group), 0);
    }

    /**
     * @param events how many
     * @param positions the sum of their positions
     */
    record Taken(long events, long positions) {}

    /** What one batch took. */
    private static final class Ledger {

        private final String group;
        private final Map<String, DomainEventMessage<?>> newest = new HashMap<>();
        private final List<Object> taken = new ArrayList<>();
        private long events;
        private long positions;
        private long last;
        private boolean written;

        Ledger(String group) {
            this.group = group;
        }

        /** Answers once: it is written in the transaction of whoever claims it, or comes again with its batch. */
        @Nullable
        Taken claim() {
            if (written) {
                return null;
            }
            written = true;
            return new Taken(events, positions);
        }

        void take(EventMessage<?> event) {
            events++;
            taken.add(event.getPayload());
            if (event instanceof TrackedEventMessage<?> tracked) {
                last = tracked.trackingToken().position().orElse(0);
                positions += last;
            }
            if (event instanceof DomainEventMessage<?> ofAggregate) {
                newest.put(ofAggregate.getAggregateIdentifier(), ofAggregate);
            }
        }

        Map<String, Long> readable(UnitOfWork<?> batch) {
            Set<String> parked = batch.getOrDefaultResource(PARKED, Set.of());
            Map<String, Long> readable = new HashMap<>();
            newest.forEach((aggregate, event) -> {
                if (!parked.contains(event.getIdentifier())) {
                    readable.put(aggregate, event.getSequenceNumber());
                }
            });
            return readable;
        }
    }
}
