package duka.server.testing;

import duka.server.database.DatabaseLogin;
import duka.server.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** Databases of the one PostgreSQL that all tests of this JVM share. */
public final class TestDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestDatabase() {}

    /** An empty database that nobody else uses. */
    public static DatabaseLogin fresh() {
        DatabaseLogin server = Server.ONE.login();
        String name = "test_" + COUNTER.incrementAndGet();
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseLogin(server.url().replaceFirst("/postgres$", "/" + name), server.user(), server.password());
    }

    /** A database with all tables of the shop. */
    public static DatabaseLogin migrated() {
        DatabaseLogin login = fresh();
        Flyway.configure()
                .dataSource(login.url(), login.user(), login.password())
                .defaultSchema("process")
                .createSchemas(true)
                .load()
                .migrate();
        return login;
    }

    /** As the owner, who may do everything. */
    public static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    public static Path folder() {
        try {
            return Files.createTempDirectory("duka-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Server {

        static final EmbeddedDatabase ONE = start();

        private static EmbeddedDatabase start() {
            EmbeddedDatabase started = new EmbeddedDatabase(folder(), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        }
    }
}
