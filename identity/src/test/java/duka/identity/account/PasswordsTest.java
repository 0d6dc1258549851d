package duka.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import duka.identity.api.Overloaded;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(1, 2);

    @Test
    void a_password_matches_its_own_hash_and_no_other() {
        String hash = passwords.hash("a long enough secret");
        assertThat(passwords.matches("a long enough secret", hash)).isTrue();
        assertThat(passwords.matches("a long enough secrex", hash)).isFalse();
        assertThat(passwords.hash("a long enough secret")).isNotEqualTo(hash);
    }

    @Test
    void a_long_password_counts_to_its_last_character() {
        String seventyTwo = "x".repeat(72);
        assertThat(passwords.matches(seventyTwo + "a", passwords.hash(seventyTwo + "b")))
                .isFalse();
    }

    @Test
    void a_herd_is_turned_away_instead_of_kept_waiting() {
        List<CompletableFuture<Boolean>> herd = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        this::isServed, task -> Thread.ofPlatform().start(task)))
                .toList();
        List<Boolean> served = herd.stream().map(CompletableFuture::join).toList();
        assertThat(served).contains(true).filteredOn(one -> !one).isNotEmpty();
        assertThat(passwords.hash("afterwards")).isNotBlank();
    }

    private boolean isServed() {
        try {
            return !passwords.hash("a long enough secret").isEmpty();
        } catch (Overloaded e) {
            return false;
        }
    }
}
