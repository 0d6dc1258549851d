package duka.identity.web;

import static org.mockito.Mockito.mock;

import duka.identity.api.Dealings;
import duka.identity.api.Leaver;
import duka.identity.api.Lookups;
import duka.identity.api.PersonKeys;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.PhoneNumber;
import duka.kernel.api.DeadLetters;
import duka.kernel.api.DueWork;
import duka.kernel.api.Operations;
import duka.kernel.web.Queries;
import duka.notification.api.Letter;
import duka.notification.api.Post;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The edge and the accounts. Keys of persons are not theirs, so a stand-in remembers who was given one. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EntityScan("duka.identity")
@ComponentScan(
        basePackages = {"duka.kernel.web", "duka.identity"},
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Queries.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "duka\\.kernel\\.web\\.live\\..*"),
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class)
        })
public class Gate {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) throws Exception {
        DataSource database = postgres.getPostgresDatabase();
        JdbcClient.create(database).sql("create schema identity").update();
        JdbcClient.create(database).sql("create schema edge").update();
        try (var connection = database.getConnection()) {
            for (String script : List.of(
                    "V10__identity.sql",
                    "V40__edge.sql",
                    "V85__password_reset.sql",
                    "V87__guest_language.sql",
                    "V88__second_factor.sql",
                    "V110__erasure.sql",
                    "V111__whose_answers.sql",
                    "V115__known_place.sql")) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/" + script));
            }
        }
        return database;
    }

    @Bean
    DeadLetters deadLetters() {
        return mock(DeadLetters.class);
    }

    @Bean
    Operations operations() {
        return mock(Operations.class);
    }

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }

    @Bean
    Lookups lookups() {
        return (purpose, value) -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec("a key for tests".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal((purpose + '\0' + value).getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** What is due waits for ever: nobody works here. */
    @Bean
    DueWork dueWork() {
        return new DueWork() {
            @Override
            public void schedule(String task, String id, Object data, Duration delay) {}

            @Override
            public void cancel(String task, String id) {}
        };
    }

    @Bean
    Post post() {
        return new Post() {
            @Override
            public void mail(String id, String address, Letter letter) {}

            @Override
            public void text(String id, PhoneNumber phone, Letter letter) {}
        };
    }

    /** What was told of people. */
    @Bean
    EventGateway eventGateway() {
        return mock(EventGateway.class);
    }

    @Bean
    Ledger dealings() {
        return new Ledger();
    }

    @Bean
    KeyRing personKeys() {
        return new KeyRing();
    }

    /** Who owes the shop something, or is owed, and who ordered as a guest. */
    public static final class Ledger implements Dealings {

        final Map<PersonId, Open> open = new ConcurrentHashMap<>();
        final Map<OrderId, Leaver> guests = new ConcurrentHashMap<>();

        @Override
        public Open openOf(Leaver who) {
            return open.getOrDefault(who.personId(), new Open(List.of(), List.of()));
        }

        @Override
        public Optional<Leaver> guestOf(OrderId order) {
            return Optional.ofNullable(guests.get(order));
        }
    }

    /** Who was given a key. */
    public static final class KeyRing implements PersonKeys {

        private final Set<PersonId> owners = ConcurrentHashMap.newKeySet();

        @Override
        public void createFor(PersonId person) {
            owners.add(person);
        }

        @Override
        public void erase(PersonId person) {
            owners.remove(person);
        }

        public boolean has(PersonId person) {
            return owners.contains(person);
        }
    }
}
