package duka.server.duework;

import duka.kernel.api.DeadlineHandler;
import duka.kernel.api.Deadlines;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link Deadlines} as rows of {@code process.deadline}, swept by the database's clock. What a handler does and the
 * removal of its row are one transaction; a handler that throws is asked again in half a minute.
 */
class DeadlineTable implements Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineTable.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Map<String, DeadlineHandler> handlers;

    DeadlineTable(JdbcClient database, TransactionTemplate transaction, List<DeadlineHandler> handlers) {
        this.database = database;
        this.transaction = transaction;
        this.handlers = handlers.stream().collect(Collectors.toMap(DeadlineHandler::kind, Function.identity()));
    }

    @Override
    public void set(String kind, String id, Instant dueAt) {
        database.sql("""
                        INSERT INTO process.deadline (kind, id, due_at) VALUES (?, ?, ?)
                        ON CONFLICT (kind, id) DO UPDATE SET due_at = excluded.due_at""").params(kind, id, Timestamp.from(dueAt)).update();
    }

    @Override
    public void clear(String kind, String id) {
        database.sql("DELETE FROM process.deadline WHERE kind = ? AND id = ?")
                .params(kind, id)
                .update();
    }

    /** Tells everybody whose time has come; answers how many. */
    int sweep() {
        int told = 0;
        while (tellNext()) {
            told++;
        }
        return told;
    }

    private boolean tellNext() {
        Optional<Due> failed = transaction.execute(status -> {
            Optional<Due> next = next();
            if (next.isEmpty()) {
                return Optional.of(Due.NONE);
            }
            try {
                tell(next.get());
                clear(next.get().kind(), next.get().id());
                return Optional.<Due>empty();
            } catch (RuntimeException e) {
                LOG.error(
                        "Deadline {} could not be told and is told again: {}",
                        next.get().kind(),
                        e.toString());
                status.setRollbackOnly();
                return next;
            }
        });
        if (failed.isPresent() && !failed.get().equals(Due.NONE)) {
            postpone(failed.get());
        }
        return failed.isEmpty() || !failed.get().equals(Due.NONE);
    }

    private Optional<Due> next() {
        return database.sql("""
                        SELECT kind, id FROM process.deadline WHERE due_at <= now() AND kind = ANY (?)
                        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param(handlers.keySet().toArray(String[]::new))
                .query((row, n) -> new Due(row.getString(1), row.getString(2)))
                .optional();
    }

    private void tell(Due due) {
        DeadlineHandler handler = handlers.get(due.kind());
        if (handler != null) {
            handler.expired(due.id());
        }
    }

    private void postpone(Due due) {
        database.sql("UPDATE process.deadline SET due_at = now() + interval '30 seconds' WHERE kind = ? AND id = ?")
                .params(due.kind(), due.id())
                .update();
    }

    /** A deadline that has passed. */
    private record Due(String kind, String id) {

        static final Due NONE = new Due("", "");
    }
}
