package duka.server.processing;

import duka.kernel.api.Listed;
import duka.kernel.api.Operations;
import duka.kernel.api.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what goes on from the tables of the process: what a checkout remembers of its goods and money stays there. */
final class Overview implements Operations {

    private static final String REBUILT = "@";

    private final JdbcClient database;
    private final Readers readers;

    Overview(JdbcClient database, Readers readers) {
        this.database = database;
        this.readers = readers;
    }

    @Override
    public Listed<Checkout> processes(PageRequest page) {
        long count = database.sql("SELECT count(*) FROM process.saga_entry")
                .query(Long.class)
                .single();
        return new Listed<>(
                count,
                database.sql("""
                        WITH shown AS (
                            SELECT saga_id, serialized_saga, started_at FROM process.saga_entry
                            ORDER BY started_at, saga_id LIMIT ? OFFSET ?)
                        SELECT s.saga_id, a.association_value AS order_id,
                               convert_from(s.serialized_saga, 'UTF8')::jsonb ->> 'step' AS step, s.started_at,
                               extract(epoch FROM now() - s.started_at)::bigint AS age, d.kind, d.due_at,
                               EXISTS (SELECT FROM process.parked p WHERE p.sequenced_by = a.association_value) AS parked
                        FROM shown s
                        LEFT JOIN process.association_value_entry a
                               ON a.saga_id = s.saga_id AND a.association_key = 'orderId'
                        LEFT JOIN LATERAL (
                            SELECT kind, due_at FROM process.deadline
                            WHERE id = a.association_value AND kind LIKE 'checkout.%' ORDER BY due_at LIMIT 1) d ON true
                        ORDER BY s.started_at, s.saga_id""")
                        .params(page.size(), page.offset())
                        .query((row, n) -> process(row))
                        .list());
    }

    @Override
    public Listed<Work> dueWork(PageRequest page) {
        long count = database.sql("""
                        SELECT (SELECT count(*) FROM process.scheduled_tasks) + (SELECT count(*) FROM process.deadline)""").query(Long.class).single();
        return new Listed<>(
                count,
                database.sql("""
                        SELECT task_name AS kind, task_instance AS subject, execution_time AS due_at,
                               coalesce((convert_from(task_data, 'UTF8')::jsonb ->> 'attempt')::int, 0)
                                   + coalesce(consecutive_failures, 0) AS attempts,
                               CASE WHEN picked THEN 'RUNNING'
                                    WHEN execution_time < now() - interval '1 minute' THEN 'OVERDUE'
                                    WHEN consecutive_failures > 0 THEN 'RETRYING'
                                    ELSE 'WAITING' END AS state
                        FROM process.scheduled_tasks
                        UNION ALL
                        SELECT kind, id, due_at, 0,
                               CASE WHEN due_at < now() - interval '1 minute' THEN 'OVERDUE' ELSE 'WAITING' END
                        FROM process.deadline
                        ORDER BY due_at, kind, subject LIMIT ? OFFSET ?""")
                        .params(page.size(), page.offset())
                        .query((row, n) -> new Work(
                                row.getString("kind"),
                                row.getString("subject"),
                                row.getTimestamp("due_at").toInstant(),
                                row.getInt("attempts"),
                                Work.State.valueOf(row.getString("state"))))
                        .list());
    }

    @Override
    public List<Reading> readings() {
        return readers.all().stream()
                .map(reader -> new Reading(
                        nameOf(reader.name()),
                        versionOf(reader.name()),
                        reader.position(),
                        reader.lag(),
                        reader.running(),
                        reader.failing()))
                .sorted(Comparator.comparing(Reading::name).thenComparingLong(Reading::version))
                .toList();
    }

    private static Checkout process(ResultSet row) throws SQLException {
        return new Checkout(
                row.getString("saga_id"),
                row.getString("order_id"),
                row.getString("step"),
                row.getTimestamp("started_at").toInstant(),
                row.getLong("age"),
                row.getString("kind"),
                instant(row.getTimestamp("due_at")),
                row.getBoolean("parked"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** A reader that is rebuilt beside itself is {@code <name>@<run>}. */
    private static String nameOf(String reader) {
        int at = reader.indexOf(REBUILT);
        return at < 0 ? reader : reader.substring(0, at);
    }

    private static long versionOf(String reader) {
        String run = reader.substring(reader.indexOf(REBUILT) + 1);
        return run.matches("\\d{1,9}") ? Long.parseLong(run) : 1;
    }
}
