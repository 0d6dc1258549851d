package duka.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.kernel.PersonId;
import duka.server.database.DatabaseLogin;
import duka.server.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PersonKeyStoreTest {

    private static DatabaseLogin login;
    private final PersonKeyStore keys = store();
    private final PersonId amina = new PersonId(UUID.randomUUID());
    private final PersonId brian = new PersonId(UUID.randomUUID());

    @BeforeAll
    static void migrate() {
        login = TestDatabase.migrated();
    }

    @Test
    void what_is_sealed_for_a_person_is_opened_for_that_person_alone() {
        keys.createFor(amina);
        keys.createFor(brian);
        String sealed = keys.seal(amina, "+254712345678");
        assertThat(sealed).doesNotContain("254");
        assertThat(store().open(amina, sealed)).isEqualTo("+254712345678");
        assertThatThrownBy(() -> keys.open(brian, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void making_a_key_twice_keeps_the_first() {
        keys.createFor(amina);
        String sealed = keys.seal(amina, "Amina");
        keys.createFor(amina);
        assertThat(store().open(amina, sealed)).isEqualTo("Amina");
    }

    @Test
    void an_erased_person_reads_as_absent_and_is_never_written_about_again() {
        keys.createFor(amina);
        String sealed = keys.seal(amina, "Amina");
        keys.erase(amina);
        assertThat(keys.open(amina, sealed)).isNull();
        assertThat(store().open(amina, sealed)).isNull();
        keys.createFor(amina);
        assertThat(store().open(amina, sealed)).isNull();
        assertThatThrownBy(() -> keys.seal(amina, "Amina")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void erasing_destroys_the_key_itself() throws SQLException {
        keys.createFor(amina);
        keys.erase(amina);
        try (Connection connection = TestDatabase.connect(login);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT wrapped, erased_at FROM identity.person_key WHERE person_id = '" + amina + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBytes(1)).isNull();
            assertThat(rows.getTimestamp(2)).isNotNull();
        }
    }

    @Test
    void a_person_without_a_row_is_a_fault_and_not_absent() {
        assertThatThrownBy(() -> keys.open(amina, "AAAA")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.seal(amina, "Amina")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_database_that_does_not_answer_is_a_fault_and_not_absent() {
        keys.createFor(amina);
        String sealed = keys.seal(amina, "Amina");
        PersonKeyStore cutOff = new PersonKeyStore(
                JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none", "no", "no")),
                new byte[32]);
        assertThatThrownBy(() -> cutOff.open(amina, sealed)).isNotInstanceOf(NullPointerException.class);
    }

    @Test
    void another_master_key_opens_nothing() {
        keys.createFor(amina);
        String sealed = keys.seal(amina, "Amina");
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> new PersonKeyStore(database(), other).open(amina, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lookups_are_the_same_for_the_same_and_differ_by_purpose_value_and_key() {
        HmacLookups lookups = new HmacLookups(new byte[32]);
        assertThat(lookups.hmac("email", "a@b.ke"))
                .hasSize(64)
                .isEqualTo(new HmacLookups(new byte[32]).hmac("email", "a@b.ke"))
                .isNotEqualTo(lookups.hmac("phone", "a@b.ke"))
                .isNotEqualTo(lookups.hmac("email", "b@b.ke"));
    }

    private static PersonKeyStore store() {
        return new PersonKeyStore(database(), new byte[32]);
    }

    private static JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()));
    }
}
