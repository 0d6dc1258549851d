package duka.kernel.api;

import java.time.Instant;

/** Moments that something waits for, kept as rows of the database and told by the database's clock. */
public interface Deadlines {

    /** Sets or moves the deadline in the caller's transaction. */
    void set(String kind, String id, Instant dueAt);

    /** Forgets it; silent when there is none. */
    void clear(String kind, String id);
}
