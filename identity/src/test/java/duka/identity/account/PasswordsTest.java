package duka.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import duka.identity.api.Overloaded;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final int AT_ONCE = 2;
    private static final int STRANGERS = 3;
    private static final int ALL = 5;

    private final Passwords passwords = new Passwords(AT_ONCE, STRANGERS, ALL);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    @Test
    void a_password_matches_its_own_hash_and_no_other() {
        String hash = passwords.hash("a long enough secret", Standing.STRANGER);
        assertThat(passwords.matches("a long enough secret", hash, Standing.STRANGER))
                .isTrue();
        assertThat(passwords.matches("a long enough secrex", hash, Standing.STRANGER))
                .isFalse();
        assertThat(passwords.hash("a long enough secret", Standing.STRANGER)).isNotEqualTo(hash);
    }

    @Test
    void a_long_password_counts_to_its_last_character() {
        String seventyTwo = "x".repeat(72);
        assertThat(passwords.matches(
                        seventyTwo + "a", passwords.hash(seventyTwo + "b", Standing.KNOWN), Standing.KNOWN))
                .isFalse();
    }

    @Test
    void a_herd_is_turned_away_instead_of_kept_waiting() {
        List<CompletableFuture<Boolean>> inLine = new ArrayList<>();
        fill(inLine, AT_ONCE + STRANGERS, Standing.STRANGER);
        List<CompletableFuture<Boolean>> herd = IntStream.range(0, 500)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> isServed(Standing.STRANGER),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        assertThat(herd).allSatisfy(one -> assertThat(one.join()).isFalse());
        gate.countDown();
        assertThat(inLine).allSatisfy(one -> assertThat(one.join()).isTrue());
        assertThat(mostRunning).hasValue(AT_ONCE);
        assertThat(passwords.hash("afterwards", Standing.STRANGER)).isNotBlank();
    }

    @Test
    void strangers_do_not_fill_the_line_for_people_who_are_known() {
        List<CompletableFuture<Boolean>> inLine = new ArrayList<>();
        fill(inLine, AT_ONCE + STRANGERS, Standing.STRANGER);
        assertThatExceptionOfType(Overloaded.class).isThrownBy(() -> passwords.expectRoom(Standing.STRANGER));
        fill(inLine, ALL - STRANGERS, Standing.KNOWN);
        assertThatExceptionOfType(Overloaded.class).isThrownBy(() -> passwords.expectRoom(Standing.KNOWN));
        assertThat(isServed(Standing.KNOWN))
                .as("the line has an end for everybody")
                .isFalse();
        gate.countDown();
        assertThat(inLine).allSatisfy(one -> assertThat(one.join()).isTrue());
        passwords.expectRoom(Standing.STRANGER);
    }

    private void fill(List<CompletableFuture<Boolean>> inLine, int more, Standing standing) {
        for (int i = 0; i < more; i++) {
            int before = passwords.waiting() + running.get();
            inLine.add(CompletableFuture.supplyAsync(
                    () -> isServed(standing), task -> Thread.ofVirtual().start(task)));
            await().until(() -> passwords.waiting() + running.get() == before + 1);
        }
    }

    private boolean isServed(Standing standing) {
        try {
            return passwords.inTurn(standing, this::pass);
        } catch (Overloaded e) {
            return false;
        }
    }

    private boolean pass() {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            running.decrementAndGet();
        }
    }
}
