package duka.server.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which readers cannot finish a batch. What fails at the write is nobody's event, so nothing is set aside: the segment
 * begins the batch again and stands still meanwhile, and Axon counts only what fails before the batch as an error.
 */
final class Stumbles {

    /** A batch that fails once is begun again at once; only what goes on failing is told. */
    private static final Duration FOR_GOOD = Duration.ofSeconds(30);

    /** Twice the longest pause between two tries: by then somebody else has the segment. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<Place, Stumble> ongoing = new ConcurrentHashMap<>();

    Stumbles(Clock clock) {
        this.clock = clock;
    }

    void failed(String group, int segment) {
        Instant now = clock.instant();
        ongoing.merge(
                new Place(group, segment),
                new Stumble(now, now),
                (earlier, fresh) -> earlier.isForgotten(now) ? fresh : new Stumble(earlier.first(), now));
    }

    void succeeded(String group, int segment) {
        if (!ongoing.isEmpty()) {
            ongoing.remove(new Place(group, segment));
        }
    }

    /** Whether the last batch of some segment failed. */
    boolean isStumbling(String group) {
        Instant now = clock.instant();
        return ongoing.entrySet().stream()
                .anyMatch(entry -> entry.getKey().group().equals(group)
                        && !entry.getValue().isForgotten(now));
    }

    /** Whether that has gone on for half a minute. */
    boolean isStumblingForGood(String group) {
        Instant now = clock.instant();
        return ongoing.entrySet().stream()
                .anyMatch(entry -> entry.getKey().group().equals(group)
                        && !entry.getValue().isForgotten(now)
                        && entry.getValue().first().plus(FOR_GOOD).isBefore(now));
    }

    private record Place(String group, int segment) {}

    private record Stumble(Instant first, Instant last) {

        boolean isForgotten(Instant now) {
            return last.plus(FORGOTTEN).isBefore(now);
        }
    }
}
