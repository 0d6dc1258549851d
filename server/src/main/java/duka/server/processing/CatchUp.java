package duka.server.processing;

import duka.server.serialization.LogicalNames;
import duka.server.store.Tail;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a group up to date that takes its time. */
final class CatchUp {

    /** A group that is filled anew takes longer, and is then asked as it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long LOOK_MILLIS = 2;

    private final Readers readers;
    private final Progress progress;
    private final LogicalNames names;
    private final Tail tail;
    private final JdbcClient database;

    CatchUp(Readers readers, Progress progress, LogicalNames names, Tail tail, JdbcClient database) {
        this.readers = readers;
        this.progress = progress;
        this.names = names;
        this.tail = tail;
        this.database = database;
    }

    /** Returns once the group has taken everything that is recorded now and meant for it, or when it takes too long. */
    void with(String group) throws InterruptedException {
        Optional<Long> awaited = newestAfter(readers.position(group), group);
        if (awaited.isEmpty()) {
            return;
        }
        tail.call(group);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (readers.position(group) < awaited.get() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private Optional<Long> newestAfter(long position, String group) {
        Predicate<Class<?>> handles = progress.groups().getOrDefault(group, type -> false);
        return database.sql("""
                        SELECT global_index FROM events.domain_event WHERE global_index > ? AND payload_type = ANY (?)
                        ORDER BY global_index DESC LIMIT 1""")
                .params(position, names.handledBy(handles))
                .query(Long.class)
                .optional();
    }
}
