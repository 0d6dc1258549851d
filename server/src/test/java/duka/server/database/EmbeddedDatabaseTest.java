package duka.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duka.server.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    @Test
    void it_comes_back_on_its_port_with_its_data_when_it_is_killed() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(data, 0)) {
            ask(database.login(), "CREATE TABLE kept AS SELECT 42 AS answer; SELECT answer FROM kept");
            assertThat(ask(database.login(), "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database.login(), "SHOW synchronous_commit")).isEqualTo("on");
            kill();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() ->
                            ask(database.login(), "SELECT answer FROM kept").equals("42"));
        }
        try (EmbeddedDatabase again = new EmbeddedDatabase(data, 0)) {
            assertThat(ask(again.login(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void it_comes_back_although_its_first_starts_after_a_kill_failed(CapturedOutput log) throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(data, 0, Duration.ofSeconds(5))) {
            Path settings = data.resolve("postgres/postgresql.auto.conf");
            String good = Files.readString(settings);
            Files.writeString(settings, good + "no_such_setting = on\n");
            kill();
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> log.getAll().split("could not be started again yet", -1).length > 1);
            Files.writeString(settings, good);
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> ask(database.login(), "SELECT 42").equals("42"));
        }
    }

    private void kill() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
    }

    @Test
    void a_second_server_leaves_the_folder_of_the_first_alone() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(data, 0)) {
            assertThatThrownBy(() -> new EmbeddedDatabase(data, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another Duka server");
            assertThat(ask(database.login(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void the_folder_of_another_major_version_gets_one_clear_line() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "14\n");
        assertThatThrownBy(() -> new EmbeddedDatabase(data, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 14");
    }

    private static String ask(DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
