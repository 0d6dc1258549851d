package duka.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import duka.kernel.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GateTest
class RegisterTest {

    @Autowired
    private GateClient client;

    @Autowired
    private Gate.KeyRing keys;

    @Autowired
    private JdbcClient database;

    private final String email = "achieng-" + UUID.randomUUID() + "@duka.test";

    private Answer register(String field, Object value) {
        Map<String, Object> body = new HashMap<>(GateClient.registration(email));
        body.put(field, value);
        return client.post("/api/auth/users/", body);
    }

    @Test
    void a_new_user_is_a_customer_whose_key_exists() {
        Answer answer = register("role", "admin");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("role")).isEqualTo("customer");
        assertThat(answer.body().path("is_active").asBoolean()).isTrue();
        assertThat(answer.text("phone")).isEqualTo("+254712345678");
        assertThat(answer.text("date_joined")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "first_name",
                        "last_name",
                        "phone",
                        "role",
                        "is_active",
                        "date_joined",
                        "version");
        assertThat(answer.header("Location")).isEqualTo("/api/auth/users/" + answer.text("id") + "/");
        assertThat(keys.has(new PersonId(UUID.fromString(answer.text("id"))))).isTrue();
    }

    @Test
    void an_email_is_taken_once_whatever_its_case() {
        register("first_name", "Achieng");
        Answer again = register("email", email.toUpperCase(java.util.Locale.ROOT));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("email_taken");
    }

    @Test
    void of_twenty_racers_for_an_email_one_wins() {
        List<CompletableFuture<Answer>> racers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> register("first_name", "Achieng"),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        List<Integer> statuses =
                racers.stream().map(racer -> racer.join().status()).toList();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "password123", "PASSWORD1", "12345678", "aaaaaaaaaa", "qwertyuiop"})
    void a_weak_password_is_refused(String password) {
        Answer answer = register("password", password);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("password_too_weak");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo("password");
    }

    @Test
    void the_email_is_no_password() {
        assertThat(register("password", email).code()).isEqualTo("password_too_weak");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"email,nobody", "email,a@b", "email,''", "first_name,''", "last_name,' '", "phone,12345"},
            ignoreLeadingAndTrailingWhitespace = false)
    void a_field_that_cannot_be_is_named(String field, String value) {
        Answer answer = register(field, value);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void a_password_is_kept_as_argon2id_with_the_parameters_of_owasp() {
        Person person = client.customer();
        String hash = database.sql("select password_hash from identity.credential where account_id = cast(:id as uuid)")
                .param("id", person.id())
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
