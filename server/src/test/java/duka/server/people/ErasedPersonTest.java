package duka.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.server.database.DatabaseLogin;
import duka.server.serialization.WireFormat;
import duka.server.testing.TestDatabase;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class ErasedPersonTest {

    private static DriverManagerDataSource database;

    private final AtomicInteger forgotten = new AtomicInteger();
    private final PersonKeyStore keys =
            new PersonKeyStore(JdbcClient.create(database), new byte[32], forgotten::incrementAndGet);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final JsonMapper json = new WireFormat(keys).mapper();
    private final PersonId amina = new PersonId(UUID.randomUUID());

    @BeforeAll
    static void migrate() {
        DatabaseLogin login = TestDatabase.migrated();
        database = new DriverManagerDataSource(login.url(), login.user(), login.password());
    }

    @Test
    void what_comes_late_about_somebody_erased_is_written_without_what_tells_about_them() {
        keys.createFor(amina);
        String before = json.writeValueAsString(Personal.of(amina, "+254712345678"));
        keys.erase(amina);
        String after = json.writeValueAsString(Personal.of(amina, "+254712345678"));
        assertThat(after).contains("\"sealed\":null").contains(amina.toString());
        assertThat(json.readValue(before, Personal.class)).isEqualTo(new Personal(amina, null));
        assertThat(json.readValue(after, Personal.class)).isEqualTo(new Personal(amina, null));
    }

    @Test
    void memory_is_emptied_once_the_end_of_the_key_has_committed() {
        keys.createFor(amina);
        String sealed = keys.seal(amina, "Amina");
        transaction.executeWithoutResult(status -> {
            keys.erase(amina);
            assertThat(forgotten).hasValue(0);
        });
        assertThat(forgotten).hasValue(1);
        assertThat(keys.open(amina, sealed)).isNull();
        assertThat(keys.isErased(amina)).isTrue();
    }

    @Test
    void an_erasure_that_is_taken_back_changes_nothing() {
        keys.createFor(amina);
        String sealed = keys.seal(amina, "Amina");
        transaction.executeWithoutResult(status -> {
            keys.erase(amina);
            status.setRollbackOnly();
        });
        assertThat(forgotten).hasValue(0);
        assertThat(keys.open(amina, sealed)).isEqualTo("Amina");
        assertThat(keys.isErased(amina)).isFalse();
    }

    @Test
    void nobody_is_erased_whom_nobody_knows() {
        assertThat(keys.isErased(amina)).isFalse();
    }
}
