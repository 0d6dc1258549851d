package duka.server.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
 * event can be read: at once for those who handle it; the others, who have only their positions to move on, are told when
 * it is quiet, and at the latest every half second.
 */
public final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final long WAIT_MILLIS = 500;

    private final EmbeddedEventStore store;
    private final Set<Bell> bells = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closing;

    Tail(EmbeddedEventStore store) {
        this.store = store;
        this.thread = Thread.ofPlatform().daemon().name("event-tail").start(this::follow);
    }

    /** All events, for a reader who handles payloads of some types alone. */
    public StreamableMessageSource<TrackedEventMessage<?>> heardBy(Predicate<Class<?>> handles) {
        Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();
        return new Listener(type -> known.computeIfAbsent(type, handles::test));
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
        long told = System.nanoTime();
        ringAll();
        while (!closing) {
            Set<Class<?>> news = new HashSet<>();
            if (end.hasNextAvailable((int) WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                while (end.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                    news.add(end.nextAvailable().getPayloadType());
                }
            }
            if (news.isEmpty() || System.nanoTime() - told > TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS)) {
                ringAll();
                told = System.nanoTime();
            } else {
                ring(news);
            }
        }
    }

    private void ringAll() {
        bells.forEach(bell -> bell.ring().run());
    }

    private void ring(Set<Class<?>> news) {
        for (Bell bell : bells) {
            if (news.stream().anyMatch(bell.handles())) {
                bell.ring().run();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Bell(Runnable ring, Predicate<Class<?>> handles) {}

    /** The events as one group of readers hears of them. */
    private final class Listener implements StreamableMessageSource<TrackedEventMessage<?>> {

        private final Predicate<Class<?>> handles;

        Listener(Predicate<Class<?>> handles) {
            this.handles = handles;
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
            return new BelledStream(store.openStream(after), handles);
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
    }

    /** One reader's stream, with the bell. */
    private final class BelledStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final Predicate<Class<?>> handles;
        private volatile @Nullable Bell bell;

        BelledStream(BlockingStream<TrackedEventMessage<?>> stream, Predicate<Class<?>> handles) {
            this.stream = stream;
            this.handles = handles;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            Bell mine = new Bell(callback, handles);
            bell = mine;
            bells.add(mine);
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
            Bell mine = bell;
            if (mine != null) {
                bells.remove(mine);
            }
            stream.close();
        }
    }
}
