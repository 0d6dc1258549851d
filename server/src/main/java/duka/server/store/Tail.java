package duka.server.store;

import java.time.Duration;
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
 * bell, and its pooled readers then look every half second. One thread follows the end of the store and rings, once an
 * event can be read, for those who handle it. A reader may ask for a pause between two calls: the first is made at once,
 * and what comes within the pause is one call, and one batch, at its end. The others, who have only their positions to
 * move on, look by themselves every second.
 */
public final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final EmbeddedEventStore store;
    private final Set<Bell> bells = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closing;

    Tail(EmbeddedEventStore store) {
        this.store = store;
        this.thread = Thread.ofPlatform().daemon().name("event-tail").start(this::follow);
    }

    /**
     * The events for a reader who handles payloads of some types alone.
     *
     * @param group the reader's processing group, by which it can be called before its time
     * @param pause the least time between two calls
     */
    public StreamableMessageSource<TrackedEventMessage<?>> heardBy(
            String group, Predicate<Class<?>> handles, Duration pause) {
        Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();
        return new Listener(group, type -> known.computeIfAbsent(type, handles::test), pause);
    }

    /** Calls a group at once, whether its pause is over or not. */
    public void call(String group) {
        bells.stream().filter(bell -> bell.isOf(group)).forEach(Bell::ring);
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
        bells.forEach(Bell::ring);
        while (!closing) {
            Set<Class<?>> news = new HashSet<>();
            if (end.hasNextAvailable(untilTheNextCall(), TimeUnit.MILLISECONDS)) {
                while (end.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                    news.add(end.nextAvailable().getPayloadType());
                }
            }
            bells.forEach(bell -> bell.hear(news));
        }
    }

    private int untilTheNextCall() {
        long soonest = bells.stream().mapToLong(Bell::nanosUntilItRings).min().orElse(WAIT.toNanos());
        long wait = Math.clamp(soonest, 0, WAIT.toNanos());
        return (int) TimeUnit.NANOSECONDS.toMillis(wait + NANOS_PER_MILLI - 1);
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The events as one group of readers hears of them. */
    private final class Listener implements StreamableMessageSource<TrackedEventMessage<?>> {

        private final String group;
        private final Predicate<Class<?>> handles;
        private final Duration pause;

        Listener(String group, Predicate<Class<?>> handles, Duration pause) {
            this.group = group;
            this.handles = handles;
            this.pause = pause;
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
            return new BelledStream(new HandledEvents(store.openStream(after), handles), this);
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
        private final Listener listener;
        private volatile @Nullable Bell bell;

        BelledStream(BlockingStream<TrackedEventMessage<?>> stream, Listener listener) {
            this.stream = stream;
            this.listener = listener;
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            Bell mine = new Bell(listener.group, callback, listener.handles, listener.pause);
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
