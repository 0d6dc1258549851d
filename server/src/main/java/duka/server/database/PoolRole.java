package duka.server.database;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a thread works for, and so which connections it may use: a storm in one role leaves the others theirs. A thread
 * belongs to one role for life.
 */
public enum PoolRole {
    /** HTTP requests, and whatever nobody has claimed. */
    WEB(24, ""),
    /**
     * Projections. Their rows and their token are lost together in a power cut and done again together, so they need
     * not wait for the disk.
     */
    PROJECTIONS(14, "SET synchronous_commit = off"),
    /** The checkout and the reactions of one feature to another. */
    PROCESS(24, ""),
    /** Due work and deadlines. */
    WORKERS(14, "");

    private static final ThreadLocal<PoolRole> CURRENT = ThreadLocal.withInitial(() -> WEB);

    private final int connections;
    private final String session;

    PoolRole(int connections, String session) {
        this.connections = connections;
        this.session = session;
    }

    int connections() {
        return connections;
    }

    /** What every session of this role begins with, after what all sessions begin with. */
    List<String> session() {
        return session.isEmpty() ? List.of() : List.of(session);
    }

    static PoolRole current() {
        return CURRENT.get();
    }

    /** Makes threads that work for this role. */
    public ThreadFactory threads(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(
                    () -> {
                        CURRENT.set(this);
                        work.run();
                    },
                    name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
