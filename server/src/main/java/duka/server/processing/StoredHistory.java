package duka.server.processing;

import duka.kernel.api.History;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The event store as edges follow it. How far a group came it knows from the group's own reports; where the group works
 * in another process, or has not reported since the start, from its token.
 */
final class StoredHistory implements History {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final EmbeddedEventStore store;
    private final Reports reports;
    private final JdbcClient database;
    private final Serializer serializer;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    StoredHistory(EmbeddedEventStore store, Reports reports, JdbcClient database, Serializer serializer) {
        this.store = store;
        this.reports = reports;
        this.database = database;
        this.serializer = serializer;
    }

    /** What a group's token said, and when. */
    private record Look(long position, long nanos) {

        boolean isFresh() {
            return System.nanoTime() - nanos < LOOK_NANOS;
        }
    }

    @Override
    public long newest() {
        TrackingToken head = store.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    @Override
    public Reading after(long position) {
        return new StoreReading(store.openStream(GapAwareTrackingToken.newInstance(position, Set.of())));
    }

    @Override
    public long shownBy(Set<String> groups) {
        return groups.stream()
                .mapToLong(
                        group -> Math.max(reports.position(group), look(group).position()))
                .min()
                .orElse(0);
    }

    @Override
    public boolean concerns(String group, Object event) {
        return reports.shows(group, event.getClass());
    }

    @Override
    public boolean isShown(String group, Happening happening) {
        return reports.position(group) >= happening.position()
                || !concerns(group, happening.event())
                || seenLately(group) >= happening.position();
    }

    private long seenLately(String group) {
        return looks.compute(group, (name, last) -> last != null && last.isFresh() ? last : look(name))
                .position();
    }

    private Look look(String group) {
        long position = database
                .sql("SELECT token, token_type FROM process.token_entry WHERE processor_name = ?")
                .param(group)
                .query((row, n) -> {
                    byte[] token = row.getBytes(1);
                    return token == null ? 0L : position(token, row.getString(2));
                })
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
        return new Look(position, System.nanoTime());
    }

    private long position(byte[] token, String type) {
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }

    private record StoreReading(BlockingStream<TrackedEventMessage<?>> stream) implements Reading {

        @Override
        public Optional<Happening> next() {
            try {
                return stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)
                        ? Optional.of(happening(stream.nextAvailable()))
                        : Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            stream.close();
        }

        private static Happening happening(TrackedEventMessage<?> event) {
            return new Happening(
                    event.trackingToken().position().orElse(0),
                    event.getIdentifier(),
                    event.getTimestamp(),
                    event.getPayload());
        }
    }
}
