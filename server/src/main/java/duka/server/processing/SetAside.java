package duka.server.processing;

import duka.kernel.Rejection;
import duka.kernel.api.DeadLetters.DeadLetter;
import duka.kernel.api.Listed;
import duka.kernel.api.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what was set aside, in whichever table their group keeps them. */
final class SetAside {

    /** How many sequences of one group can wait, and how many events of each; the next one stops the group. */
    static final int MOST_SEQUENCES = 10_000;

    static final int MOST_OF_A_SEQUENCE = 1_024;

    private static final String SELECT = """
            SELECT id, of_process, processor, sequenced_by, position, event_id, event_type, aggregate_id, parked_at,
                   tries, cause_type, cause
            FROM process.set_aside
            """;

    private final JdbcClient database;

    SetAside(JdbcClient database) {
        this.database = database;
    }

    /** @param ofProcess whether it is in {@code process.parked} */
    record Row(DeadLetter letter, boolean ofProcess) {

        UUID id() {
            return letter.id();
        }

        String group() {
            return letter.group();
        }

        String sequence() {
            return letter.sequence();
        }
    }

    Listed<DeadLetter> page(PageRequest page) {
        long count = database.sql("SELECT count(*) FROM process.set_aside")
                .query(Long.class)
                .single();
        return new Listed<>(
                count,
                database
                        .sql(SELECT + "ORDER BY parked_at DESC, turn DESC, id LIMIT ? OFFSET ?")
                        .params(page.size(), page.offset())
                        .query((row, n) -> read(row))
                        .list()
                        .stream()
                        .map(Row::letter)
                        .toList());
    }

    Optional<Row> find(UUID id) {
        return database.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** @throws Rejection {@code not_found} */
    Row get(UUID id) {
        return find(id).orElseThrow(() -> Rejection.notFound("dead letter"));
    }

    /** Behind which all others of its sequence wait. */
    Optional<Row> first(String group, String sequence) {
        return database.sql(SELECT + "WHERE processor = ? AND sequenced_by = ? ORDER BY turn, id LIMIT 1")
                .params(group, sequence)
                .query((row, n) -> read(row))
                .optional();
    }

    long count(String group, String sequence) {
        return database.sql("SELECT count(*) FROM process.set_aside WHERE processor = ? AND sequenced_by = ?")
                .params(group, sequence)
                .query(Long.class)
                .single();
    }

    long count(String group) {
        return database.sql("SELECT count(*) FROM process.set_aside WHERE processor = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    /** By group, how many events are set aside. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        database.sql("SELECT processor, count(*) FROM process.set_aside GROUP BY processor")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** The groups that have no room for one more; what is parked of the checkout has no bound. */
    List<String> full() {
        return database.sql("""
                        SELECT processing_group FROM (
                            SELECT processing_group, sequence_identifier, count(*) AS events
                            FROM process.dead_letter_entry GROUP BY 1, 2) AS sequences
                        GROUP BY processing_group HAVING count(*) >= ? OR max(events) >= ? ORDER BY 1""")
                .params(MOST_SEQUENCES, MOST_OF_A_SEQUENCE)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** @return whether it was still there */
    boolean remove(Row row) {
        return database.sql(
                                row.ofProcess()
                                        ? "DELETE FROM process.parked WHERE md5(processor || ':' || position)::uuid = ?"
                                        : "DELETE FROM process.dead_letter_entry WHERE dead_letter_id = ?::text")
                        .param(row.id())
                        .update()
                > 0;
    }

    void failedAgain(Row row, Throwable cause) {
        if (row.ofProcess()) {
            database.sql("""
                            UPDATE process.parked SET tries = tries + 1, cause = ?
                            WHERE md5(processor || ':' || position)::uuid = ?""").params(Fault.told(cause), row.id()).update();
        } else {
            // A cause that was none before makes the first try of one that only followed.
            database.sql("""
                            UPDATE process.dead_letter_entry
                            SET retries = retries + CASE WHEN cause_type IS NULL THEN 0 ELSE 1 END,
                                cause_type = ?, last_touched = now()
                            WHERE dead_letter_id = ?::text""").params(Fault.blamed(cause).getName(), row.id()).update();
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        return new Row(
                new DeadLetter(
                        row.getObject("id", UUID.class),
                        row.getString("processor"),
                        row.getString("sequenced_by"),
                        row.getString("event_type"),
                        row.getString("event_id"),
                        row.getObject("position", Long.class),
                        row.getString("aggregate_id"),
                        row.getTimestamp("parked_at").toInstant(),
                        row.getInt("tries"),
                        cause == null ? Fault.told(row.getString("cause_type")) : cause),
                row.getBoolean("of_process"));
    }
}
