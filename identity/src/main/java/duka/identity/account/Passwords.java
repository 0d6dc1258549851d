package duka.identity.account;

import duka.identity.api.Overloaded;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, one lane: OWASP's minimum). One hash costs some 60 ms of a core,
 * so only as many run at once as there are cores, a bounded number waits, and the rest is turned away: a herd at the
 * login must not stop the checkout.
 */
@Component
class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_WAITING = 64;
    private static final long PATIENCE_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
    private final Semaphore running;
    private final int mostWaiting;

    /** Checked for unknown e-mails, so that they take as long as known ones. */
    private final String nobodys = String.valueOf(argon2.encode("nobody has this password"));

    @Autowired
    Passwords() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), MOST_WAITING);
    }

    Passwords(int atOnce, int mostWaiting) {
        this.running = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    String hash(String password) {
        return inTurn(() -> String.valueOf(argon2.encode(password)));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches}. */
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    /** Whether a hash was made with weaker parameters than today's. */
    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (running.getQueueLength() >= mostWaiting) {
            throw new Overloaded();
        }
        try {
            if (!running.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overloaded();
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
