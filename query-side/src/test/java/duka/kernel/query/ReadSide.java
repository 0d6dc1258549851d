package duka.kernel.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import duka.identity.api.Lookups;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** All projections and query handlers over a real database with the shop's own migrations, started once. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("duka")
public class ReadSide {

    private static final List<Path> MIGRATIONS = List.of(
            Path.of("../server/src/main/resources/db/migration"), Path.of("../web/src/main/resources/db/migration"));

    private static final class Running {
        static final AnnotationConfigApplicationContext CONTEXT =
                new AnnotationConfigApplicationContext(ReadSide.class);
    }

    /** The read side with empty tables. */
    public static Shop empty() {
        Shop shop = new Shop(Running.CONTEXT);
        shop.clear();
        return shop;
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "64MB")
                .start();
    }

    /** Batches are rewritten into one statement, as in the server's pools. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(EmbeddedPostgres server) {
        migrate(server.getPostgresDatabase());
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        pool.setMaximumPoolSize(4);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcTemplate batches(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient database(JdbcTemplate batches) {
        return JdbcClient.create(batches);
    }

    @Bean
    JsonMapper storedJson() {
        return StoredForm.mapper();
    }

    @Bean
    Lookups lookups() {
        return (purpose, value) -> Integer.toHexString((purpose + value).hashCode());
    }

    private static void migrate(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA process; SET search_path = process, public");
            for (Path migration : migrations()) {
                statement.execute(Files.readString(migration));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> migrations() throws IOException {
        List<Path> migrations = new ArrayList<>();
        for (Path folder : MIGRATIONS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(migrations::add);
            }
        }
        migrations.sort(Comparator.comparingInt(ReadSide::version));
        return migrations;
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
