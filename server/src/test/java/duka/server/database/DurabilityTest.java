package duka.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.server.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for the disk, against a real PostgreSQL. */
class DurabilityTest {

    private final DatabaseLogin login = TestDatabase.migrated();
    private final Durability durability = new Durability(login);

    @AfterEach
    void close() {
        durability.close();
    }

    @Test
    void whoever_appends_does_not_wait_in_turn_and_everybody_else_as_before() throws SQLException {
        try (Connection appender = TestDatabase.connect(login)) {
            appender.setAutoCommit(false);
            append(appender, 0);
            assertThat(text(appender, "SHOW synchronous_commit")).isEqualTo("off");
            appender.commit();
            assertThat(text(appender, "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void what_was_committed_before_is_on_the_disk_afterwards() throws SQLException {
        try (Connection appender = TestDatabase.connect(login)) {
            long session = durability.session();
            append(appender, 0);
            String end = text(appender, "SELECT pg_current_wal_insert_lsn()");
            durability.await(session);
            assertThat(text(appender, "SELECT pg_current_wal_flush_lsn() >= '" + end + "'::pg_lsn"))
                    .isEqualTo("t");
        }
    }

    @Test
    void many_who_wait_at_once_are_all_answered() throws Exception {
        try (ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            for (int n = 0; n < 64; n++) {
                int sequence = n;
                answers.add(CompletableFuture.runAsync(
                        () -> {
                            try (Connection appender = TestDatabase.connect(login)) {
                                long session = durability.session();
                                append(appender, sequence);
                                durability.await(session);
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        waiting));
                if (n % 16 == 15) {
                    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                            .get(30, TimeUnit.SECONDS);
                }
            }
        }
    }

    @Test
    void a_session_that_ended_in_between_answers_for_nothing() throws SQLException {
        AtomicBoolean told = new AtomicBoolean();
        durability.onLoss(() -> told.set(true));
        try (Connection other = TestDatabase.connect(login)) {
            long session = durability.session();
            append(other, 0);
            text(
                    other,
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'duka-durability'"
                            + " AND datname = current_database()");
            assertThatThrownBy(() -> durability.await(session)).matches(Outage::in, "is known to pass by itself");
            assertThat(told).isTrue();
            assertThatThrownBy(() -> durability.await(session)).matches(Outage::in, "is known to pass by itself");
            durability.await(durability.session());
        }
    }

    private static void append(Connection connection, long sequence) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                        payload_type, payload, meta_data, time_stamp)
                    VALUES ('%1$s', 'durable', %1$d, 'T', 'T', '', '', '')""".formatted(sequence));
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
