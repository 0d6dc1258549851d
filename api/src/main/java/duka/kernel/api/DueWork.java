package duka.kernel.api;

import java.time.Duration;

/**
 * Work that must be done outside of any database transaction, such as a call to a partner. It is written down in the
 * caller's transaction and done after it, at least once, whatever dies in between.
 */
public interface DueWork {

    /**
     * @param task which {@link DueWorkHandler} does it
     * @param id which piece of work it is: one that is already waiting under this task and id stays as it is
     * @param data what the handler needs, a record; personal data in it is sealed where it is stored
     * @param delay how long to wait, zero for at once
     */
    void schedule(String task, String id, Object data, Duration delay);

    /** Forgets a piece of work that is still waiting; silent when there is none. */
    void cancel(String task, String id);
}
