package duka.harness;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The server's sessions at its database, to be cut and held up. */
record Sessions(OwnSystem system) {

    private static final int CUTS = 5;
    private static final int TRIES_TO_CATCH_AN_APPEND = 200;

    /** Backends that hold the turn to append, and if nobody does just now, any that works for the checkout. */
    private static final String APPENDING = """
            SELECT a.pid FROM pg_stat_activity a
            LEFT JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'advisory' AND l.granted
            WHERE a.application_name LIKE 'duka-%' AND a.application_name <> 'duka-command-lease'
              AND (l.pid IS NOT NULL OR a.application_name = 'duka-process')
            ORDER BY l.pid IS NULL, random() LIMIT 1""";

    /** Cuts every session, five times in a second. */
    void cut() throws Exception {
        try (Connection database = system.database();
                Statement statement = database.createStatement()) {
            for (int n = 0; n < CUTS; n++) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name LIKE 'duka-%'");
                Thread.sleep(200);
            }
        }
    }

    /** Lets one backend stand still, if possible one that holds the turn to append. */
    void freezeAnAppend(Duration frozen) throws Exception {
        try (Connection database = system.database()) {
            for (int n = 0; n < TRIES_TO_CATCH_AN_APPEND; n++) {
                long pid = one(database, APPENDING);
                if (pid < 0) {
                    continue;
                }
                signal("STOP", pid);
                boolean caught = one(
                                database,
                                "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = " + pid)
                        >= 0;
                if (caught || n == TRIES_TO_CATCH_AN_APPEND - 1) {
                    System.out.printf("  FREEZE: backend %d %s%n", pid, caught ? "in its append" : "at rest");
                    Thread.sleep(frozen);
                    signal("CONT", pid);
                    return;
                }
                signal("CONT", pid);
            }
        }
    }

    private static long one(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectErrorStream(true)
                .start();
        if (!kill.waitFor(5, TimeUnit.SECONDS)) {
            kill.destroyForcibly();
        }
    }
}
