package duka.server.database;

import duka.server.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of Duka's own in its data folder: started here, started again when it dies, ended with the server. One
 * that a killed server left behind is ended first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String MAJOR = "17";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Path cluster;
    private final Path binaries;
    private final Postmaster postmaster;
    private final Duration patience;
    private final DataFolder folder;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable EmbeddedPostgres running;

    /** @param port where it listens, on the loopback alone; 0 for any */
    public EmbeddedDatabase(Path data, int port) {
        this(data, port, START);
    }

    /** @param patience how long one start may take, the repair after a crash included */
    EmbeddedDatabase(Path data, int port, Duration patience) {
        this.patience = patience;
        this.cluster = data.resolve("postgres");
        this.binaries = data.resolve("run").resolve("postgres-binaries");
        this.postmaster = new Postmaster(cluster);
        refuseOtherMajor();
        this.folder = DataFolder.keep(data);
        postmaster.end();
        EmbeddedPostgres started = start(port);
        this.running = started;
        this.port = started.getPort();
        Thread.ofPlatform().daemon().name("postgres-watch").start(this::keepRunning);
    }

    public DatabaseLogin login() {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
    }

    @Override
    public void close() {
        closing.countDown();
        // One that is being started again is waited for, or else it would outlive the server.
        turn.lock();
        try {
            stop(running);
            running = null;
        } finally {
            turn.unlock();
        }
        folder.close();
    }

    private EmbeddedPostgres start(int onPort) {
        try {
            Files.createDirectories(cluster.getParent());
            Files.createDirectories(binaries);
            // A start that failed keeps its lock on this file; who may use the cluster is settled by our own lock.
            Files.deleteIfExists(cluster.resolve("epg-lock"));
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(patience)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("wal_keep_size", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    // An import is followed by sales at once, and they want to know how large its tables are.
                    .setServerConfig("autovacuum_naptime", "10s")
                    .setServerConfig("timezone", "UTC");
            if (onPort != 0) {
                builder.setPort(onPort);
            }
            return builder.start();
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL does not start on " + cluster + ": " + e.getMessage(), e);
        }
    }

    private void keepRunning() {
        try {
            while (!closing.await(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        turn.lock();
        try {
            EmbeddedPostgres postgres = running;
            if (closing.getCount() > 0
                    && (postgres == null || postmaster.process().isEmpty())) {
                LOG.error("PostgreSQL died; it is started again on port {}", port);
                stop(postgres);
                running = null;
                postmaster.end();
                running = start(port);
                LOG.info("PostgreSQL runs again");
            }
        } catch (RuntimeException e) {
            LOG.error("PostgreSQL could not be started again yet: {}", e.getMessage());
        } finally {
            turn.unlock();
        }
    }

    private static void stop(@Nullable EmbeddedPostgres postgres) {
        if (postgres == null) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not end cleanly: {}", e.getMessage());
        }
    }

    private void refuseOtherMajor() {
        Path version = cluster.resolve("PG_VERSION");
        try {
            if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
                throw new CannotStart(cluster + " belongs to PostgreSQL "
                        + Files.readString(version).strip() + ", and this is "
                        + MAJOR + ". Take a backup with the Duka that wrote it, start an empty folder with"
                        + " this one, and load the dump there.");
            }
        } catch (IOException e) {
            throw new CannotStart("cannot read " + version, e);
        }
    }
}
