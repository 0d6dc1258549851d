package duka.kernel.api;

/**
 * Is told when a deadline of its kind has passed, in the transaction that removes it: at least once, and never before
 * its time. What it throws is told again later.
 */
public interface DeadlineHandler {

    /** The stored name of this kind of deadline, {@code <feature>.<what>}: it never changes. */
    String kind();

    void expired(String id);
}
