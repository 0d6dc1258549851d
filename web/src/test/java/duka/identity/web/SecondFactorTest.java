package duka.identity.web;

import static duka.identity.web.GateClient.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The authenticator app, from its first secret to the sign-in that asks for it, and proving anew who one is. */
@GateTest
class SecondFactorTest {

    private static final Duration STEP = Duration.ofSeconds(30);

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

    @Test
    void codes_are_asked_for_once_the_app_showed_a_right_one() throws Exception {
        Person person = client.customer();
        String secret = enrol(person);
        assertThat(signIn(person).body().has("access"))
                .as("not asked for before it is confirmed")
                .isTrue();
        assertThat(confirm(person, "000000").code()).isEqualTo("code_invalid");
        assertThat(confirm(person, code(secret)).status()).isEqualTo(204);
        Answer half = signIn(person);
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.body().path("mfa_required").asBoolean()).isTrue();
        assertThat(half.body().has("access")).isFalse();
        clock.forward(STEP);
        Answer whole = show(half.text("mfa_token"), code(secret));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body().path("user").path("id").asString()).isEqualTo(person.id());
        assertThat(client.get("/api/auth/auth/", GateClient.bearer(whole.text("access")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_uri_names_shop_and_person_and_the_secret_is_kept_sealed() {
        Person person = client.customer();
        Answer enrolled = client.post("/api/auth/totp/enrol/", Map.of(), as(person));
        assertThat(enrolled.text("otpauth_uri"))
                .startsWith("otpauth://totp/")
                .contains("secret=" + enrolled.text("secret"))
                .contains(person.email().replace("@", "%40"));
        assertThat(enrolled.header("Cache-Control")).contains("no-store");
        assertThat(database.sql("select sealed from identity.totp")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(enrolled.text("secret")));
    }

    @Test
    void a_code_opens_one_session_though_many_show_it_at_once() throws Exception {
        Person person = client.customer();
        String secret = withApp(person);
        clock.forward(STEP);
        String code = code(secret);
        List<CompletableFuture<Answer>> racing = IntStream.range(0, 6)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> show(signIn(person).text("mfa_token"), code)))
                .toList();
        assertThat(racing.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 200))
                .hasSize(1);
    }

    @Test
    void a_token_bears_five_wrong_codes_and_lasts_five_minutes() throws Exception {
        Person person = client.customer();
        String secret = withApp(person);
        clock.forward(STEP);
        String token = signIn(person).text("mfa_token");
        for (int n = 0; n < 5; n++) {
            assertThat(show(token, "12345").code()).isEqualTo("code_invalid");
        }
        assertThat(show(token, code(secret)).code()).isEqualTo("token_invalid");
        String late = signIn(person).text("mfa_token");
        clock.forward(Duration.ofMinutes(5));
        assertThat(show(late, code(secret)).code()).isEqualTo("token_invalid");
        assertThat(show("no-such-token", code(secret)).status()).isEqualTo(401);
    }

    @Test
    void a_second_app_is_refused_and_removing_the_first_asks_who_one_is() throws Exception {
        Person person = client.customer();
        String secret = withApp(person);
        assertThat(client.post("/api/auth/totp/enrol/", Map.of(), as(person)).code())
                .isEqualTo("totp_enabled");
        assertThat(client.delete("/api/auth/totp/", as(person)).code()).isEqualTo("step_up_required");
        clock.forward(STEP);
        assertThat(stepUp(person, Map.of("code", code(secret))).status()).isEqualTo(204);
        assertThat(client.delete("/api/auth/totp/", as(person)).status()).isEqualTo(204);
        assertThat(signIn(person).body().has("access")).isTrue();
    }

    @Test
    void rights_change_hands_only_for_an_admin_who_just_proved_who_they_are() {
        Person customer = client.customer();
        String path = "/api/auth/users/" + customer.id() + "/";
        Person admin = client.signIn("boss@duka.test", "the-boss-of-the-duka");
        Answer refused = client.patch(path, Map.of("role", "auditor"), as(admin));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("step_up_required");
        assertThat(client.patch(path, Map.of("role", 7), as(admin)).status())
                .as("what is wrong is said before")
                .isEqualTo(400);
        assertThat(stepUp(admin, Map.of("password", "not the password")).status())
                .isEqualTo(400);
        assertThat(stepUp(admin, Map.of()).status()).isEqualTo(400);
        assertThat(stepUp(admin, Map.of("password", "the-boss-of-the-duka")).status())
                .isEqualTo(204);
        assertThat(client.patch(path, Map.of("role", "auditor"), as(admin)).status())
                .isEqualTo(200);
        clock.forward(Duration.ofMinutes(5));
        assertThat(client.patch(path, Map.of("role", "customer"), as(admin)).code())
                .isEqualTo("step_up_required");
    }

    private String withApp(Person person) throws InvalidKeyException {
        String secret = enrol(person);
        assertThat(confirm(person, code(secret)).status()).isEqualTo(204);
        return secret;
    }

    private String enrol(Person person) {
        return client.post("/api/auth/totp/enrol/", Map.of(), as(person)).text("secret");
    }

    private Answer confirm(Person person, String code) {
        return client.post("/api/auth/totp/confirm/", Map.of("code", code), as(person));
    }

    private Answer stepUp(Person person, Map<String, String> proof) {
        return client.post("/api/auth/step-up/", proof, as(person));
    }

    private Answer signIn(Person person) {
        return client.post("/api/auth/auth/", Map.of("email", person.email(), "password", GateClient.PASSWORD));
    }

    private Answer show(String token, String code) {
        return client.post("/api/auth/totp/", Map.of("mfa_token", token, "code", code));
    }

    private String code(String secret) throws InvalidKeyException {
        SecretKeySpec key = new SecretKeySpec(Base32.decode(secret), "HmacSHA1");
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, clock.instant());
    }
}
