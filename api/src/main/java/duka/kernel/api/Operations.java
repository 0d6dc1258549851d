package duka.kernel.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes on inside, for those who run the shop. */
public interface Operations {

    /** Checkouts under way, the oldest first. */
    Listed<Checkout> processes(PageRequest page);

    /** Work that is written down and not done, and moments that something waits for; the next first. */
    Listed<Work> dueWork(PageRequest page);

    /** All readers of the events. */
    List<Reading> readings();

    /**
     * A checkout under way.
     *
     * @param step where it stands
     * @param nextAction the name of the moment it waits for; {@code null} if only an event goes on from here
     * @param dueAt when that moment comes
     * @param parked whether events of it were set aside: it stands still until staff retry or discard them
     */
    record Checkout(
            String id,
            @Nullable String orderId,
            @Nullable String step,
            Instant startedAt,
            long ageSeconds,
            @Nullable String nextAction,
            @Nullable Instant dueAt,
            boolean parked) {}

    /**
     * Something that is due.
     *
     * @param subjectId what it is about
     * @param attempts how often it was begun
     */
    record Work(String kind, String subjectId, Instant dueAt, int attempts, State state) {

        /** How it stands with it. */
        public enum State {
            WAITING,
            RUNNING,
            /** It failed, and is tried again when it is due. */
            RETRYING,
            /** Its time came more than a minute ago. */
            OVERDUE
        }
    }

    /**
     * One group of readers.
     *
     * @param version 1, and one more for each time that it was rebuilt beside itself
     * @param position up to where it came
     * @param lag how many positions of the store it has not seen
     */
    record Reading(String name, long version, long position, long lag, boolean running, boolean failing) {}
}
