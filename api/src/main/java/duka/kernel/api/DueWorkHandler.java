package duka.kernel.api;

import java.time.Duration;

/**
 * Does one kind of {@link DueWork}. It runs in no transaction; what it throws is a reason to try again later, with
 * growing pauses.
 *
 * @param <D> the record that was written down with the work
 */
public interface DueWorkHandler<D> {

    /** The stored name of this kind of work, {@code <feature>.<what>}: it never changes. */
    String task();

    Class<D> data();

    /** @param attempt 1 for the first time */
    Next run(D data, int attempt);

    /** How it goes on. */
    sealed interface Next {

        /** The work is finished. */
        record Done() implements Next {}

        /** The same work is due again, and the count of attempts goes on. */
        record Again(Duration after) implements Next {}

        static Next done() {
            return new Done();
        }

        static Next again(Duration after) {
            return new Again(after);
        }
    }
}
