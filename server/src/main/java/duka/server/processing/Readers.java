package duka.server.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the readers of events are: whether they run, whether they fail, and how far they are behind. */
final class Readers {

    /** A batch that fails once is begun again at once; only what goes on failing is told. */
    private static final Duration FAILS_FOR_GOOD = Duration.ofSeconds(30);

    private final EventProcessingConfiguration processing;
    private final JdbcClient database;
    private final Clock clock;
    private final Stumbles stumbles;
    private final Map<String, Instant> failingSince = new ConcurrentHashMap<>();

    Readers(EventProcessingConfiguration processing, JdbcClient database, Clock clock, Stumbles stumbles) {
        this.processing = processing;
        this.database = database;
        this.clock = clock;
        this.stumbles = stumbles;
    }

    /**
     * One group of readers.
     *
     * @param position up to where all its segments came
     * @param lag how many positions of the store it has not seen
     */
    record Reader(String name, boolean running, boolean failing, long position, long lag) {

        boolean isWell() {
            return running && !failing;
        }
    }

    List<Reader> all() {
        long head = head();
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .map(processor -> reader(processor, head))
                .toList();
    }

    /** How far one group is behind. */
    double lag(String group) {
        return processing
                .eventProcessor(group, StreamingEventProcessor.class)
                .map(processor -> reader(processor, head()).lag())
                .orElse(0L);
    }

    /** Up to where all segments of one group came. */
    long position(String group) {
        return processing
                .eventProcessor(group, StreamingEventProcessor.class)
                .map(processor -> reader(processor, 0).position())
                .orElse(0L);
    }

    /** Whether one group goes on failing. */
    boolean isFailing(String group) {
        return processing
                .eventProcessor(group, StreamingEventProcessor.class)
                .map(processor -> reader(processor, 0).failing())
                .orElse(false);
    }

    private Reader reader(StreamingEventProcessor processor, long head) {
        List<EventTrackerStatus> segments =
                List.copyOf(processor.processingStatus().values());
        long position = segments.stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
        boolean error = processor.isError() || segments.isEmpty();
        String name = processor.getName();
        return new Reader(
                name,
                processor.isRunning(),
                failsForGood(name, error) || stumbles.isStumblingForGood(name),
                position,
                Math.max(0, head - position));
    }

    private boolean failsForGood(String name, boolean error) {
        if (!error) {
            failingSince.remove(name);
            return false;
        }
        Instant since = failingSince.computeIfAbsent(name, first -> clock.instant());
        return clock.instant().isAfter(since.plus(FAILS_FOR_GOOD));
    }

    private long head() {
        return database.sql("SELECT coalesce(max(global_index), 0) FROM events.domain_event")
                .query(Long.class)
                .single();
    }
}
