package duka.kernel.web;

import org.jspecify.annotations.Nullable;

/**
 * How the edge sends a command: with the request's actor, correlation and request id, and so that the caller's next GET
 * shows what it did.
 */
public interface Commands {

    /**
     * Sends the command and, once it is committed, waits up to two seconds until every read model that shows its events
     * has them.
     *
     * @throws duka.kernel.Rejection if a rule says no; nothing was changed then
     */
    <R> Answer<R> send(Object command);

    /**
     * What became of an accepted command.
     *
     * @param result what the handler answered, or {@code null} if it answers nothing
     * @param visible false if the read models were still behind after the wait: the edge then answers 202
     */
    record Answer<R>(@Nullable R result, boolean visible) {}
}
