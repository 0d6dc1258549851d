package duka.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Waits until what was committed is on the disk. Who appends events commits without that, so that the next one may
 * append; before anybody acts on an event, it waits here. Those who wait at once wait for one and the same write.
 *
 * <p>The write goes through one database session that was open before the commit. A crash of PostgreSQL ends every
 * session, so a session that answers proves that nothing was lost in between; if it does not, those who wait are told
 * that their commit failed, whether it did or not.
 */
public final class Durability implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    /** Commits something if anything is not on the disk yet: the log is written in order, so all before it is as well. */
    private static final String WRITE = """
            SELECT pg_logical_emit_message(true, 'duka', ''::text)
            WHERE pg_current_wal_flush_lsn() < pg_current_wal_insert_lsn()""";

    private final DatabaseLogin login;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private @Nullable Connection connection;
    private long session;
    private long begun;
    private long finished;
    private boolean writing;
    private volatile Runnable lost = () -> {};

    public Durability(DatabaseLogin login) {
        this.login = login;
    }

    /** @param action what to do when a session has ended, and with it perhaps what was committed last */
    void onLoss(Runnable action) {
        lost = action;
    }

    /**
     * The session that is to answer for whatever is committed from now on.
     *
     * @throws DataAccessResourceFailureException if the database is away
     */
    public long session() {
        lock.lock();
        try {
            if (connection == null) {
                connection = open();
            }
            return session;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns once everything that was committed before is on the disk.
     *
     * @param since the {@link #session} from before the commit
     * @throws DataAccessResourceFailureException if it may have been lost
     */
    public void await(long since) {
        lock.lock();
        try {
            long needed = begun + 1;
            while (finished < needed) {
                Connection open = connection;
                if (open == null || session != since) {
                    throw inDoubt(null);
                }
                if (writing) {
                    written.awaitUninterruptibly();
                } else {
                    write(open);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Begins a new session: the old one may be of a database that has crashed since. */
    void renew() {
        lock.lock();
        try {
            end();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        renew();
    }

    private void write(Connection open) {
        writing = true;
        begun++;
        long mine = begun;
        long mySession = session;
        boolean done = false;
        lock.unlock();
        try (Statement statement = open.createStatement()) {
            statement.execute(WRITE);
            done = true;
        } catch (SQLException e) {
            lost.run();
            throw inDoubt(e);
        } finally {
            lock.lock();
            writing = false;
            if (done) {
                finished = mine;
            } else if (session == mySession) {
                end();
            }
            written.signalAll();
        }
    }

    private void end() {
        session++;
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("The session was gone already: {}", e.getMessage());
            }
        }
    }

    private Connection open() {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "duka-durability");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", "-c synchronous_commit=on");
        try {
            return DriverManager.getConnection(login.url(), properties);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database is away", e);
        }
    }

    private static DataAccessResourceFailureException inDoubt(@Nullable SQLException cause) {
        SQLNonTransientConnectionException gone = new SQLNonTransientConnectionException(
                "The session ended before what was committed was known to be on the disk", "08007");
        gone.initCause(cause);
        return new DataAccessResourceFailureException("It is not known whether this was recorded", gone);
    }
}
