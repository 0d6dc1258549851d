package duka.server.database;

import duka.server.CannotStart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The right to decide: aggregates are kept in memory, and so only one server may handle commands on a database. It is a
 * lock of a database session of its own. A second server does not start; one whose session is cut takes no command until
 * it has the lock again, and then forgets what it kept in memory.
 */
public final class CommandLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLease.class);
    private static final long KEY = 6410110211698L;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int ANSWER_SECONDS = 2;

    private final DatabaseLogin login;
    private final Runnable regained;
    private final Thread watch;
    private volatile @Nullable Connection session;
    private volatile boolean held;
    private volatile boolean closing;

    private CommandLease(DatabaseLogin login, Runnable regained) {
        this.login = login;
        this.regained = regained;
        this.held = comesFree();
        if (!held) {
            throw new CannotStart("another Duka server runs on this database (" + login.url()
                    + "). One at a time decides; stop the other one first.");
        }
        this.watch = Thread.ofPlatform().daemon().name("command-lease").unstarted(this::watch);
    }

    /**
     * Takes the lease, waiting a little for a server that has just ended.
     *
     * @param regained what to do before commands are taken again after an interruption
     */
    public static CommandLease take(DatabaseLogin login, Runnable regained) {
        CommandLease lease = new CommandLease(login, regained);
        lease.watch.start();
        return lease;
    }

    public boolean isHeld() {
        return held;
    }

    /** @throws DataAccessResourceFailureException if this server may not decide now */
    public void require() {
        if (!held) {
            throw new DataAccessResourceFailureException(
                    "This server may not decide now",
                    new SQLNonTransientConnectionException("The command lease is interrupted", "08006"));
        }
    }

    /** What was decided last may be lost: no command is taken until the lease is taken anew. */
    void interrupt() {
        held = false;
    }

    @Override
    public void close() {
        closing = true;
        held = false;
        watch.interrupt();
        endSession();
    }

    private boolean comesFree() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!taken()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private void watch() {
        boolean told = false;
        while (!closing) {
            pause();
            if (closing || answers()) {
                continue;
            }
            if (!told) {
                told = true;
                LOG.error("The command lease is interrupted: no command is taken until it is back");
            }
            held = false;
            if (taken() && forgotten()) {
                held = true;
                told = false;
                LOG.info("The command lease is back");
            }
        }
    }

    private boolean forgotten() {
        try {
            regained.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("What is kept in memory could not be forgotten, so no command is taken yet: {}", e.toString());
            return false;
        }
    }

    private boolean answers() {
        Connection open = session;
        try {
            return held && open != null && open.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean taken() {
        endSession();
        try {
            Connection open = DriverManager.getConnection(login.url(), properties());
            session = open;
            try (Statement statement = open.createStatement();
                    ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            LOG.debug("No command lease yet: {}", e.getMessage());
            return false;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "duka-command-lease");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    private void endSession() {
        Connection open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("The old session was gone already: {}", e.getMessage());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
