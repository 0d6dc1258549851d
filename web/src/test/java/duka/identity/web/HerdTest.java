package duka.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.web.GateClient.Answer;
import duka.identity.web.GateClient.Person;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many who sign in at once, without any limit on how often: hashing has its own line, and the shop goes on. */
@GateTest
class HerdTest {

    @Autowired
    private GateClient client;

    @Test
    void five_hundred_at_once_are_served_in_turn_or_told_to_come_back_and_the_shop_goes_on() {
        Person person = client.customer();
        List<CompletableFuture<Answer>> herd = IntStream.range(0, 500)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> signIn("nobody-" + i + "@duka.test", "a wrong guess", "10.9.0." + i % 250),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        List<Integer> elsewhere = Stream.generate(
                        () -> client.get("/api/products/").status())
                .takeWhile(status -> !herd.stream().allMatch(CompletableFuture::isDone))
                .toList();
        List<Answer> answers = herd.stream().map(CompletableFuture::join).toList();
        assertThat(elsewhere).isNotEmpty().containsOnly(200);
        assertThat(answers).extracting(Answer::status).containsOnly(401, 503);
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        });
        assertThat(signIn(person.email(), GateClient.PASSWORD, "127.0.0.1").status())
                .isEqualTo(200);
    }

    private Answer signIn(String email, String password, String address) {
        return client.post("/api/auth/auth/", Map.of("email", email, "password", password), "X-Forwarded-For", address);
    }
}
