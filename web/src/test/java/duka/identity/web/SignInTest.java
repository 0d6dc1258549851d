package duka.identity.web;

import static duka.identity.web.GateClient.as;
import static duka.identity.web.GateClient.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@GateTest
class SignInTest {

    @Autowired
    private GateClient client;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void setTheClockRight() {
        clock.reset();
    }

    private Answer signIn(String email, String password) {
        return client.post("/api/auth/auth/", Map.of("email", email, "password", password));
    }

    private Answer refresh(String token) {
        return client.post("/api/auth/token/refresh/", Map.of("refresh", token));
    }

    private int statusOf(Person person) {
        return client.get("/api/auth/auth/", as(person)).status();
    }

    @Test
    void an_unknown_email_and_a_wrong_password_are_answered_alike() {
        Person person = client.customer();
        Answer wrong = signIn(person.email(), "not the password");
        Answer unknown = signIn("nobody@duka.test", "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("bad_credentials");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void an_unknown_email_costs_a_hash_too() {
        Person person = client.customer();
        assertThat(median(() -> signIn("nobody@duka.test", "not the password")))
                .isGreaterThan(median(() -> signIn(person.email(), "not the password")) / 2);
    }

    private static long median(Runnable call) {
        long[] nanos = IntStream.range(0, 15)
                .mapToLong(i -> {
                    long began = System.nanoTime();
                    call.run();
                    return System.nanoTime() - began;
                })
                .sorted()
                .toArray();
        return nanos[nanos.length / 2];
    }

    @Test
    void who_is_deactivated_cannot_sign_in_and_hears_no_more_than_others() {
        Person person = client.customer();
        client.patch("/api/auth/users/" + person.id() + "/", Map.of("is_active", false), as(client.admin()));
        assertThat(signIn(person.email(), GateClient.PASSWORD).code()).isEqualTo("bad_credentials");
    }

    @Test
    void an_old_hash_is_made_anew_at_the_next_sign_in() {
        Person person = client.customer();
        database.sql("update identity.credential set password_hash = :hash where account_id = cast(:id as uuid)")
                .param("hash", new Argon2PasswordEncoder(16, 32, 1, 4096, 2).encode(GateClient.PASSWORD))
                .param("id", person.id())
                .update();
        assertThat(signIn(person.email(), GateClient.PASSWORD).status()).isEqualTo(200);
        assertThat(database.sql("select password_hash from identity.credential where account_id = cast(:id as uuid)")
                        .param("id", person.id())
                        .query(String.class)
                        .single())
                .contains("m=19456");
    }

    @Test
    void a_stale_token_does_not_keep_anybody_from_signing_in() {
        Person person = client.customer();
        Answer answer = client.post(
                "/api/auth/auth/", Map.of("email", person.email(), "password", GateClient.PASSWORD), bearer("rubbish"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void signing_out_voids_the_access_token_and_the_refresh_token() {
        Person person = client.customer();
        Person elsewhere = client.signIn(person.email(), GateClient.PASSWORD);
        assertThat(client.delete("/api/auth/auth/", as(person)).status()).isEqualTo(204);
        assertThat(statusOf(person)).isEqualTo(401);
        assertThat(refresh(person.refresh()).code()).isEqualTo("token_invalid");
        assertThat(statusOf(elsewhere)).isEqualTo(200);
    }

    @Test
    void deactivation_and_a_change_of_role_void_access_tokens() {
        Person person = client.customer();
        String path = "/api/auth/users/" + person.id() + "/";
        client.patch(path, Map.of("role", "auditor"), as(client.admin()));
        assertThat(statusOf(person)).isEqualTo(401);
        String renewed = refresh(person.refresh()).text("access");
        assertThat(client.get("/api/auth/auth/", bearer(renewed)).text("role")).isEqualTo("auditor");
        client.patch(path, Map.of("role", "customer"), as(client.admin()));
        assertThat(statusOf(person))
                .as("the first token, though its role is right again")
                .isEqualTo(401);
        client.patch(path, Map.of("is_active", false), as(client.admin()));
        assertThat(client.get("/api/auth/auth/", bearer(renewed)).status()).isEqualTo(401);
    }

    @Test
    void what_another_process_ended_is_known_here_within_five_seconds() {
        Person person = client.customer();
        assertThat(statusOf(person)).isEqualTo(200);
        database.sql("update identity.session set ended_at = now() where account_id = cast(:id as uuid)")
                .param("id", person.id())
                .update();
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> statusOf(person) == 401);
    }

    @Test
    void an_access_token_lasts_fifteen_minutes() {
        Person person = client.customer();
        clock.forward(Duration.ofMinutes(14));
        assertThat(statusOf(person)).isEqualTo(200);
        clock.forward(Duration.ofMinutes(2));
        assertThat(statusOf(person)).isEqualTo(401);
        assertThat(client.get("/api/auth/auth/", as(person)).header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    @Test
    void a_refresh_token_is_rotated_and_its_use_again_ends_the_family() {
        Person person = client.customer();
        Answer first = refresh(person.refresh());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("refresh")).isNotEqualTo(person.refresh());
        assertThat(first.body().has("user")).isFalse();
        Answer second = refresh(first.text("refresh"));
        assertThat(second.status()).isEqualTo(200);
        Answer stolen = refresh(person.refresh());
        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.code()).isEqualTo("token_reused");
        assertThat(refresh(second.text("refresh")).code()).isEqualTo("token_invalid");
        assertThat(client.get("/api/auth/auth/", bearer(second.text("access"))).status())
                .isEqualTo(401);
    }

    @Test
    void the_last_token_is_forgiven_for_five_seconds_and_no_longer() {
        Person person = client.customer();
        String successor = refresh(person.refresh()).text("refresh");
        clock.forward(Duration.ofSeconds(4));
        assertThat(refresh(person.refresh()).text("refresh")).isEqualTo(successor);
        clock.forward(Duration.ofSeconds(2));
        assertThat(refresh(person.refresh()).code()).isEqualTo("token_reused");
        assertThat(refresh(successor).code()).isEqualTo("token_invalid");
    }

    @Test
    void twenty_refreshes_at_once_from_one_browser_get_one_successor() {
        Person person = client.customer();
        List<CompletableFuture<Answer>> all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> refresh(person.refresh()),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200))
                .extracting(answer -> answer.text("refresh"))
                .containsOnly(all.get(0).join().text("refresh"));
    }

    @Test
    void a_refresh_token_lasts_fourteen_days() {
        Person person = client.customer();
        clock.forward(Duration.ofDays(14));
        assertThat(refresh(person.refresh()).code()).isEqualTo("token_invalid");
    }

    @Test
    void sessions_are_seen_and_ended_by_their_owner_alone() {
        Person person = client.customer();
        Person elsewhere = client.signIn(person.email(), GateClient.PASSWORD);
        Answer sessions = client.get("/api/auth/sessions/", as(person));
        assertThat(sessions.body().path("count").asInt()).isEqualTo(2);
        String other = sessions.body()
                .path("results")
                .valueStream()
                .filter(session -> !session.path("is_current").asBoolean())
                .map(session -> session.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(client.delete("/api/auth/sessions/" + other + "/", as(client.customer()))
                        .status())
                .isEqualTo(404);
        assertThat(client.delete("/api/auth/sessions/" + other + "/", as(person))
                        .status())
                .isEqualTo(204);
        assertThat(statusOf(elsewhere)).isEqualTo(401);
        assertThat(statusOf(person)).isEqualTo(200);
        assertThat(client.delete("/api/auth/sessions/" + other + "/", as(person))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_new_password_ends_all_other_sessions() {
        Person person = client.customer();
        Person elsewhere = client.signIn(person.email(), GateClient.PASSWORD);
        String path = "/api/auth/password/change/";
        Answer wrong =
                client.post(path, Map.of("old_password", "wrong", "new_password", "another long one"), as(person));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(client.post(path, Map.of("old_password", GateClient.PASSWORD, "new_password", "short"), as(person))
                        .code())
                .isEqualTo("password_too_weak");
        assertThat(client.post(
                                path,
                                Map.of("old_password", GateClient.PASSWORD, "new_password", "another long one"),
                                as(person))
                        .status())
                .isEqualTo(204);
        assertThat(statusOf(person)).isEqualTo(200);
        assertThat(statusOf(elsewhere)).isEqualTo(401);
        assertThat(refresh(elsewhere.refresh()).status()).isEqualTo(401);
        assertThat(signIn(person.email(), GateClient.PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(person.email(), "another long one").status()).isEqualTo(200);
    }
}
