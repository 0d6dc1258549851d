package duka.kernel.api;

import duka.kernel.Rejection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The events that a group of handlers could not deal with and set aside, with those of the same sequence (an order, a
 * product) that wait behind them. Setting aside counts as taken: neither a retry nor a discard changes what a group has
 * taken of the store.
 */
public interface DeadLetters {

    /** The newest first. */
    Listed<DeadLetter> list(PageRequest page);

    /**
     * Hands the whole sequence of this event back to its group, in order, until one fails again or all are handled.
     *
     * @throws Rejection {@code not_found}, if nothing of this id is set aside
     */
    Retried retry(UUID id);

    /**
     * Forgets this event for its group alone; those behind it stay and can be retried.
     *
     * @throws Rejection {@code not_found}
     */
    void discard(UUID id);

    /**
     * An event that was set aside.
     *
     * @param group who could not handle it
     * @param sequence whose events wait behind it
     * @param position in the store, if it is there
     * @param attempts how often its group tried; 0 if it only follows another
     * @param lastCause for people; neither a class, nor SQL, nor personal data
     */
    record DeadLetter(
            UUID id,
            String group,
            String sequence,
            String eventType,
            String eventId,
            @Nullable Long position,
            @Nullable String aggregateId,
            Instant parkedAt,
            int attempts,
            String lastCause) {}

    /**
     * What a retry did.
     *
     * @param done whether the event that was asked for is handled now
     * @param handled how many of its sequence were
     * @param remaining how many of its sequence are still set aside
     * @param lastCause why it stopped, if it did
     */
    record Retried(
            boolean done,
            int handled,
            long remaining,
            @Nullable String lastCause) {}
}
