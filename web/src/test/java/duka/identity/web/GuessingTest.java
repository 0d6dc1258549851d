package duka.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/** Guessing passwords, by one stranger and by many machines, and what its victim notices: nothing. */
@GateTest
@TestPropertySource(properties = "duka.limits=on")
class GuessingTest {

    private static final String HOME = "41.90.1.1";

    private static final Duration A_DAY = Duration.ofDays(1);

    @Autowired
    private GateClient client;

    @Autowired
    private StillTime time;

    /** Time that passes when a test says so. */
    static final class StillTime implements TimeMeter {

        private final AtomicLong nanos = new AtomicLong();

        void pass(Duration time) {
            nanos.addAndGet(time.toNanos());
        }

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @TestConfiguration
    static class Still {

        @Bean
        StillTime time() {
            return new StillTime();
        }
    }

    @BeforeEach
    void letEverybodyTryAnew() {
        time.pass(A_DAY);
    }

    @Test
    void guesses_at_one_account_from_many_addresses_end_and_its_owner_still_signs_in_from_anywhere() {
        Person victim = at(HOME);
        List<Answer> guesses = IntStream.range(0, 200)
                .mapToObj(i -> signIn(victim.email(), "guess " + i, "10.1.0." + i % 40))
                .toList();
        assertThat(guesses).extracting(Answer::status).containsOnly(401, 429);
        assertThat(guesses).filteredOn(answer -> answer.status() == 401).hasSizeLessThan(60);
        Answer refused = guesses.get(199);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(signIn(victim.email(), "mistyped", HOME).status()).isEqualTo(401);
        assertThat(signIn(victim.email(), GateClient.PASSWORD, HOME).status()).isEqualTo(200);
        time.pass(Duration.ofSeconds(3));
        assertThat(signIn(victim.email(), "guess", "10.1.0.1").status())
                .as("whose network had its try")
                .isEqualTo(429);
        assertThat(signIn(victim.email(), GateClient.PASSWORD, "197.232.7.7").status())
                .as("the right password from where nobody guessed")
                .isEqualTo(200);
    }

    @Test
    void thousands_of_stolen_pairs_from_five_hundred_addresses_are_hardly_tried() {
        Person victim = at(HOME);
        long tried = IntStream.range(0, 3_000)
                .parallel()
                .map(i -> signIn(
                                "stolen-" + i + "@duka.test", "their password", "10.2." + i % 500 / 250 + "." + i % 250)
                        .status())
                .filter(status -> status != 429)
                .count();
        assertThat(tried).isBetween(1L, 60L);
        assertThat(signIn(victim.email(), GateClient.PASSWORD, HOME).status()).isEqualTo(200);
    }

    @Test
    void a_right_password_uses_nothing_up() {
        Person person = at(HOME);
        assertThat(IntStream.range(0, 60)
                        .mapToObj(i -> signIn(person.email(), GateClient.PASSWORD, "10.3.0." + i)
                                .status()))
                .containsOnly(200);
    }

    @Test
    void who_is_signed_in_is_no_stranger_to_their_own_account() {
        Person person = at(HOME);
        guessAway(person.email(), "10.4.0.");
        List<String> headers = new ArrayList<>(List.of(GateClient.as(person)));
        headers.addAll(List.of("X-Forwarded-For", "10.4.0.1"));
        assertThat(client.post(
                                "/api/auth/auth/",
                                Map.of("email", person.email(), "password", GateClient.PASSWORD),
                                headers.toArray(String[]::new))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_address_of_version_six_counts_with_its_neighbours() {
        Person person = at(HOME);
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> signIn(person.email(), "guess", "2001:db8:1:2::" + i)
                                .status()))
                .endsWith(429);
    }

    @Test
    void another_way_of_writing_the_path_is_counted_too() {
        Answer answer = client.post(
                "/api/%61uth/auth/", Map.of("email", "nobody@duka.test", "password", "guess"), "X-Forwarded-For", HOME);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("RateLimit-Limit")).isNotBlank();
    }

    @Test
    void whoever_waits_as_long_as_they_were_told_is_heard_again() {
        Person person = at(HOME);
        Answer refused = guessAway(person.email(), "10.5.0.");
        time.pass(Duration.ofSeconds(Integer.parseInt(refused.header("Retry-After"))));
        assertThat(signIn(person.email(), GateClient.PASSWORD, "10.5.0.1").status())
                .isEqualTo(200);
    }

    private Answer guessAway(String email, String prefix) {
        List<Answer> guesses = IntStream.range(0, 90)
                .mapToObj(i -> signIn(email, "guess " + i, prefix + i % 30))
                .toList();
        assertThat(guesses).extracting(Answer::status).endsWith(429);
        return guesses.getLast();
    }

    /** Somebody who opened an account there. */
    private Person at(String address) {
        String email = "wanjiku-" + UUID.randomUUID() + "@duka.test";
        client.post("/api/auth/users/", GateClient.registration(email), "X-Forwarded-For", address);
        Answer answer = signIn(email, GateClient.PASSWORD, address);
        assertThat(answer.status()).isEqualTo(200);
        return new Person(
                answer.body().path("user").path("id").asString(), email, answer.text("access"), answer.text("refresh"));
    }

    private Answer signIn(String email, String password, String address) {
        return client.post("/api/auth/auth/", Map.of("email", email, "password", password), "X-Forwarded-For", address);
    }
}
