package duka.server.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events for all readers, who are told at once when there are more. Axon's own stream over a database has no such
 * bell, and its pooled readers then look every half second. One thread follows the end of the store and rings once an
 * event can be read.
 */
public final class Tail implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int WAIT_SECONDS = 1;

    private final EmbeddedEventStore store;
    private final Set<Runnable> bells = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closing;

    Tail(EmbeddedEventStore store) {
        this.store = store;
        this.thread = Thread.ofPlatform().daemon().name("event-tail").start(this::follow);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new BelledStream(store.openStream(after));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        return store.createTokenAt(instant);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
    }

    private void follow() {
        while (!closing) {
            try (BlockingStream<TrackedEventMessage<?>> end = store.openStream(store.createHeadToken())) {
                follow(end);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closing) {
                    LOG.warn(
                            "The end of the event store is out of sight, readers look by themselves: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void follow(BlockingStream<TrackedEventMessage<?>> end) throws InterruptedException {
        ring();
        while (!closing) {
            if (end.hasNextAvailable(WAIT_SECONDS, TimeUnit.SECONDS)) {
                while (end.hasNextAvailable(0, TimeUnit.SECONDS)) {
                    end.nextAvailable();
                }
                ring();
            }
        }
    }

    private void ring() {
        bells.forEach(Runnable::run);
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One reader's stream, with the bell. */
    private final class BelledStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private volatile @Nullable Runnable bell;

        BelledStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            bell = callback;
            bells.add(callback);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            Runnable mine = bell;
            if (mine != null) {
                bells.remove(mine);
            }
            stream.close();
        }
    }
}
