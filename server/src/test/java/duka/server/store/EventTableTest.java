package duka.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duka.server.database.DatabaseLogin;
import duka.server.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table of events promises whoever reads it, whatever the program above it does. */
class EventTableTest {

    private static final String SEQUENCE = "pg_get_serial_sequence('events.domain_event', 'global_index')::regclass";
    private static DatabaseLogin login;

    @BeforeAll
    static void migrate() {
        login = TestDatabase.migrated();
    }

    @Test
    void whoever_appends_second_gets_a_position_only_after_the_first_has_committed() throws Exception {
        try (Connection first = TestDatabase.connect(login);
                Connection second = TestDatabase.connect(login);
                Connection observer = TestDatabase.connect(login)) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            long before = append(first);
            CompletableFuture<Long> after = CompletableFuture.supplyAsync(() -> {
                try {
                    long position = append(second);
                    second.commit();
                    return position;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> waits(observer));
            assertThat(number(observer, "SELECT last_value FROM " + sequence(observer)))
                    .isEqualTo(before);
            first.commit();
            assertThat(after.get(10, TimeUnit.SECONDS)).isEqualTo(before + 1);
        }
    }

    @Test
    void a_position_that_was_rolled_back_stays_empty() throws SQLException {
        try (Connection one = TestDatabase.connect(login);
                Connection other = TestDatabase.connect(login)) {
            one.setAutoCommit(false);
            long lost = append(one);
            one.rollback();
            assertThat(append(other)).isGreaterThan(lost);
            assertThat(number(other, "SELECT count(*) FROM events.domain_event WHERE global_index = " + lost))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events.domain_event SET payload = ''",
                "DELETE FROM events.domain_event",
                "TRUNCATE events.domain_event",
                "ALTER TABLE events.domain_event DISABLE TRIGGER take_turn",
                "DROP TABLE events.domain_event"
            })
    void the_program_cannot_change_the_past(String attempt) throws SQLException {
        try (Connection connection = TestDatabase.connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE duka_app");
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void no_table_has_large_objects_and_each_says_how_long_it_keeps_things() throws SQLException {
        try (Connection connection = TestDatabase.connect(login)) {
            assertThat(texts(connection, """
                            SELECT table_schema || '.' || table_name || '.' || column_name FROM information_schema.columns
                            WHERE table_schema IN ('events', 'read', 'process', 'identity', 'edge') AND data_type = 'oid'
                            """)).isEmpty();
            assertThat(texts(connection, """
                            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                            WHERE n.nspname IN ('events', 'read', 'process', 'identity', 'edge') AND c.relkind IN ('r', 'p')
                              AND c.relname <> 'flyway_schema_history'
                              AND coalesce(obj_description(c.oid, 'pg_class'), '') NOT LIKE '%Retention: %'""")).isEmpty();
        }
    }

    private static long append(Connection connection) throws SQLException {
        return number(connection, """
                        INSERT INTO events.domain_event (event_identifier, aggregate_identifier, sequence_number, type,
                                                         payload_type, payload, meta_data, time_stamp)
                        VALUES ('%s', '%s', 0, 'Thing', 'test.Thing', '', '', '') RETURNING global_index""".formatted(UUID.randomUUID(), UUID.randomUUID()));
    }

    private static boolean waits(Connection observer) throws SQLException {
        return number(observer, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 1;
    }

    private static String sequence(Connection observer) throws SQLException {
        return texts(observer, "SELECT " + SEQUENCE + "::text").getFirst();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
