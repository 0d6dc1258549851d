package duka.server.processing;

import duka.kernel.Rejection;
import duka.kernel.api.DeadLetters;
import duka.kernel.api.Listed;
import duka.kernel.api.PageRequest;
import duka.server.database.Outage;
import duka.server.processing.SetAside.Row;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what was set aside back to its group when staff say so. Axon's own retry shares one transaction between the queue
 * and the handler: a handler that fails in the database takes the queue's bookkeeping with it. Here each event is one
 * transaction with the removal of its row. Retries run one after the other, on a thread of the processes.
 */
final class Retries implements DeadLetters, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration READ_WITHIN = Duration.ofSeconds(2);

    private final SetAside aside;
    private final Turns turns;
    private final EmbeddedEventStore events;
    private final Map<String, Handling> groups = new ConcurrentHashMap<>();
    private final ExecutorService thread;

    Retries(SetAside aside, Turns turns, EmbeddedEventStore events, ThreadFactory threads) {
        this.aside = aside;
        this.turns = turns;
        this.events = events;
        this.thread = Executors.newSingleThreadExecutor(threads);
    }

    void register(String group, Handling handling) {
        groups.put(group, handling);
    }

    @Override
    public Listed<DeadLetter> list(PageRequest page) {
        return aside.page(page);
    }

    @Override
    public Retried retry(UUID id) {
        Row asked = aside.get(id);
        Handling handling = groups.get(asked.group());
        if (handling == null) {
            throw new Rejection("group_not_running", "Nobody handles the events of this group any more.");
        }
        return onItsThread(() -> retry(asked, handling));
    }

    @Override
    public void discard(UUID id) {
        Row row = aside.get(id);
        if (!aside.remove(row)) {
            throw Rejection.notFound("dead letter");
        }
        LOG.warn(
                "{} never handles {} {}: it was discarded",
                row.group(),
                row.letter().eventType(),
                row.letter().eventId());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Retried retry(Row asked, Handling handling) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int handled = 0;
        Optional<Throwable> failure = Optional.empty();
        Optional<Row> next = aside.first(asked.group(), asked.sequence());
        while (next.isPresent() && failure.isEmpty() && System.nanoTime() < end) {
            failure = handle(next.get(), handling);
            if (failure.isEmpty()) {
                handled++;
                next = aside.first(asked.group(), asked.sequence());
            }
        }
        return new Retried(
                aside.find(asked.id()).isEmpty(),
                handled,
                aside.count(asked.group(), asked.sequence()),
                failure.map(Fault::told).orElse(null));
    }

    private Optional<Throwable> handle(Row row, Handling handling) throws InterruptedException {
        TrackedEventMessage<?> event = read(row);
        Optional<Throwable> failure = handling.handle(event, () -> {
            turns.take(row.group(), row.sequence());
            if (!aside.remove(row)) {
                throw new Gone();
            }
        });
        if (failure.isEmpty() || failure.get() instanceof Gone) {
            return Optional.empty();
        }
        if (Outage.in(failure.get())) {
            throw new IllegalStateException("Something that everybody needs is down", failure.get());
        }
        LOG.error("{} failed again on {} of {}", row.group(), row.letter().eventType(), row.sequence(), failure.get());
        aside.failedAgain(row, failure.get());
        return failure;
    }

    private TrackedEventMessage<?> read(Row row) throws InterruptedException {
        Long position = row.letter().position();
        if (position == null) {
            throw missing();
        }
        try (BlockingStream<TrackedEventMessage<?>> stream =
                events.openStream(GapAwareTrackingToken.newInstance(position - 1, Set.of()))) {
            if (stream.hasNextAvailable((int) READ_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                return stream.nextAvailable();
            }
        }
        throw missing();
    }

    private static Rejection missing() {
        return new Rejection("event_missing", "The store does not have this event.");
    }

    private <T> T onItsThread(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody discarded it meanwhile. */
    private static final class Gone extends RuntimeException {

        Gone() {
            super(null, null, false, false);
        }
    }
}
