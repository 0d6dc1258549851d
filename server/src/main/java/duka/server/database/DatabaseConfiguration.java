package duka.server.database;

import duka.server.CannotStart;
import duka.server.DukaProperties;
import duka.server.Secrets;
import java.io.IOException;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts or finds the database, brings its schemas up to date, and opens the pools. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(DukaProperties properties) {
        if (properties.usesEmbeddedDatabase()) {
            EmbeddedDatabase embedded = new EmbeddedDatabase(properties.data(), 0);
            return new DatabaseServer(embedded.login(), embedded);
        }
        return new DatabaseServer(
                new DatabaseLogin(properties.databaseUrl(), properties.databaseUser(), properties.databasePassword()),
                () -> {});
    }

    @Bean
    DataSource dataSource(DatabaseServer server, DukaProperties properties) {
        migrate(server.login());
        leaveLogin(server.login(), properties);
        return new RoutingDataSource(server.login());
    }

    @Bean
    Durability durability(DatabaseServer server) {
        return new Durability(server.login());
    }

    /** Opened after the schema is there and before anything decides; what was kept in memory is older than a pause. */
    @Bean
    CommandLease commandLease(
            DatabaseServer server,
            DataSource migrated,
            Cache aggregates,
            Durability durability,
            ApplicationEventPublisher listeners) {
        CommandLease lease = CommandLease.take(server.login(), () -> {
            durability.renew();
            aggregates.removeAll();
            listeners.publishEvent(new DatabaseReturned());
        });
        durability.onLoss(lease::interrupt);
        Leftovers.release(migrated);
        return lease;
    }

    private static void migrate(DatabaseLogin login) {
        try {
            Flyway.configure()
                    .dataSource(login.url(), login.user(), login.password())
                    .defaultSchema("process")
                    .createSchemas(true)
                    .connectRetries(5)
                    // Features grow side by side, each with numbers of its own.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new CannotStart("the database's schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** For the programs of the same owner that look at the database from outside: the checker and the backup. */
    private static void leaveLogin(DatabaseLogin login, DukaProperties properties) {
        try {
            Secrets.write(
                    properties.data().resolve("secrets").resolve("database.properties"),
                    "url=" + login.url() + "\nuser=" + login.user() + "\npassword=" + login.password() + "\n");
        } catch (IOException e) {
            throw new CannotStart("cannot write below " + properties.data(), e);
        }
    }

    /** The database and what ends it with the server. */
    record DatabaseServer(DatabaseLogin login, AutoCloseable process) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            process.close();
        }
    }
}
