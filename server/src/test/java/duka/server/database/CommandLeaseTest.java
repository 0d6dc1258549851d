package duka.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import duka.server.CannotStart;
import duka.server.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class CommandLeaseTest {

    private static final String END_SESSION = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE application_name = 'duka-command-lease' AND datname = current_database()";

    private final DatabaseLogin login = TestDatabase.fresh();

    @Test
    void a_second_server_does_not_start_until_the_first_has_ended() {
        try (CommandLease first = CommandLease.take(login, () -> {})) {
            assertThat(first.isHeld()).isTrue();
            assertThatThrownBy(() -> CommandLease.take(login, () -> {}))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another Duka server");
        }
        try (CommandLease second = CommandLease.take(login, () -> {})) {
            assertThat(second.isHeld()).isTrue();
        }
    }

    @Test
    void a_cut_session_stops_commands_until_the_lease_is_back_and_memory_is_cleared() throws Exception {
        AtomicInteger regained = new AtomicInteger();
        try (CommandLease lease = CommandLease.take(login, regained::incrementAndGet);
                Connection other = TestDatabase.connect(login);
                Statement statement = other.createStatement()) {
            lease.require();
            statement.execute(END_SESSION);
            assertThat(takenByOther(statement)).isTrue();
            await().until(() -> !lease.isHeld());
            assertThatThrownBy(lease::require).isInstanceOf(DataAccessResourceFailureException.class);
            assertThat(regained).hasValue(0);
            statement.execute("SELECT pg_advisory_unlock_all()");
            await().until(lease::isHeld);
            assertThat(regained).hasValue(1);
            lease.require();
        }
    }

    @Test
    void memory_that_could_not_be_cleared_is_cleared_before_the_lease_is_back() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Runnable failsOnce = () -> {
            if (tries.incrementAndGet() == 1) {
                throw new DataAccessResourceFailureException("The database is away again");
            }
        };
        try (CommandLease lease = CommandLease.take(login, failsOnce)) {
            lease.interrupt();
            await().until(lease::isHeld);
            assertThat(tries).hasValue(2);
        }
    }

    /** The other server was quicker to take what came free. */
    private static boolean takenByOther(Statement statement) throws Exception {
        try (var answer = statement.executeQuery("SELECT pg_advisory_lock(6410110211698)")) {
            return answer.next();
        }
    }
}
