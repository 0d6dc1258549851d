package duka.server.processing;

import duka.server.processing.Progress.Sums;
import duka.server.serialization.LogicalNames;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that no reader passed an event by: what each group says it took is compared with what the store holds for it, up
 * to the positions of its segments. What was proved once is not counted again.
 */
final class Completeness {

    private static final Logger LOG = LoggerFactory.getLogger(Completeness.class);

    private final JdbcClient database;
    private final TransactionTemplate snapshot;
    private final Progress progress;
    private final EmbeddedEventStore events;
    private final LogicalNames names;
    private final Serializer serializer;
    private final Map<String, Long> differences = new ConcurrentHashMap<>();

    /** @param snapshot a transaction that sees one moment of the database, so that tokens and sums belong together */
    Completeness(
            JdbcClient database,
            TransactionTemplate snapshot,
            Progress progress,
            EmbeddedEventStore events,
            LogicalNames names,
            Serializer serializer) {
        this.database = database;
        this.snapshot = snapshot;
        this.progress = progress;
        this.events = events;
        this.names = names;
        this.serializer = serializer;
    }

    /** By group, how many events it took more or less than there are for it; 1 at least if they are not the same. */
    Map<String, Long> differences() {
        return Map.copyOf(differences);
    }

    void check() {
        progress.groups().forEach((group, handles) -> {
            Long difference = snapshot.execute(status -> difference(group, handles));
            differences.put(group, difference == null ? 0 : difference);
        });
    }

    private long difference(String group, Predicate<Class<?>> handles) {
        Map<Integer, Long> reached = reached(group);
        if (reached.isEmpty()) {
            return 0;
        }
        long everywhere = Collections.min(reached.values());
        String[] types = names.handledBy(handles);
        Sums proved = provedAndNewer(group, everywhere, types);
        Sums expected = proved.plus(furtherOn(reached, everywhere, handles));
        Sums taken = progress.taken(group);
        if (taken.sameAs(expected)) {
            remember(group, everywhere, proved);
            return 0;
        }
        LOG.error("{} took {} events where the store has {} for it", group, taken.events(), expected.events());
        return Math.max(1, Math.abs(expected.events() - taken.events()));
    }

    /** Up to where each segment of the group came. */
    private Map<Integer, Long> reached(String group) {
        Map<Integer, Long> reached = new TreeMap<>();
        database.sql("SELECT segment, token, token_type FROM process.token_entry WHERE processor_name = ?")
                .param(group)
                .query(row -> {
                    byte[] token = row.getBytes(2);
                    reached.put(row.getInt(1), token == null ? 0L : position(token, row.getString(3)));
                });
        return reached;
    }

    private long position(byte[] token, String type) {
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }

    private Sums provedAndNewer(String group, long upTo, String[] types) {
        Proved last = database.sql("""
                        SELECT position, events, position_sum FROM process.completeness
                        WHERE processor = ? AND position <= ?""")
                .params(group, upTo)
                .query((row, n) -> new Proved(row.getLong(1), new Sums(row.getLong(2), row.getBigDecimal(3))))
                .optional()
                .orElse(Proved.NOTHING);
        Sums newer = database.sql("""
                        SELECT count(*), coalesce(sum(global_index), 0) FROM events.domain_event
                        WHERE global_index > ? AND global_index <= ? AND payload_type = ANY (?)""")
                .params(last.position(), upTo, types)
                .query((row, n) -> new Sums(row.getLong(1), row.getBigDecimal(2)))
                .single();
        return last.sums().plus(newer);
    }

    /** What those segments took that are ahead of the slowest. */
    private Sums furtherOn(Map<Integer, Long> reached, long everywhere, Predicate<Class<?>> handles) {
        long furthest = Collections.max(reached.values());
        Sums sums = Sums.NONE;
        if (furthest == everywhere) {
            return sums;
        }
        List<Segment> segments = Arrays.asList(Segment.computeSegments(
                reached.keySet().stream().mapToInt(Integer::intValue).toArray()));
        try (BlockingStream<TrackedEventMessage<?>> stream =
                events.openStream(GapAwareTrackingToken.newInstance(everywhere, Set.of()))) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                long position = event.trackingToken().position().orElse(0);
                if (position > furthest) {
                    break;
                }
                if (handles.test(event.getPayloadType()) && position <= reachedBy(event, segments, reached)) {
                    sums = sums.plus(position);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sums;
    }

    private static long reachedBy(TrackedEventMessage<?> event, List<Segment> segments, Map<Integer, Long> reached) {
        String sequence = Sequence.of(event);
        return segments.stream()
                .filter(segment -> segment.matches(sequence))
                .mapToLong(segment -> reached.getOrDefault(segment.getSegmentId(), 0L))
                .findFirst()
                .orElse(0);
    }

    private void remember(String group, long position, Sums sums) {
        database.sql("""
                        INSERT INTO process.completeness (processor, position, events, position_sum) VALUES (?, ?, ?, ?)
                        ON CONFLICT (processor) DO UPDATE
                        SET position = excluded.position, events = excluded.events,
                            position_sum = excluded.position_sum, checked_at = now()""")
                .params(group, position, sums.events(), sums.positions())
                .update();
    }

    private record Proved(long position, Sums sums) {

        static final Proved NOTHING = new Proved(0, Sums.NONE);
    }
}
