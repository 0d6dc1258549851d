package duka.notification.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a delivery failed: the schedule of Standard Webhooks, a little more than three days in all. */
final class Pauses {

    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private Pauses() {}

    /**
     * @param attempt the one that failed, 1 for the first
     * @return empty when nothing is tried any more
     */
    static Optional<Duration> after(int attempt) {
        return attempt > AFTER.size() ? Optional.empty() : Optional.of(AFTER.get(attempt - 1));
    }
}
