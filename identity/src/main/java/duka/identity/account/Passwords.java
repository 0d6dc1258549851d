package duka.identity.account;

import duka.identity.api.Overloaded;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, one lane: OWASP's minimum). One hash costs some 60 ms of a core,
 * so only few run at once, a bounded number waits, and the rest is turned away: a herd at the login must not stop the
 * checkout. Strangers cannot fill the line: places in it are kept for people who are known.
 */
@Component
class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int STRANGERS_WAITING = 24;
    private static final int MOST_WAITING = 48;
    private static final long PATIENCE_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS);
    private final Semaphore running;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int strangersWaiting;
    private final int mostWaiting;

    /** Checked for unknown e-mails, so that they take as long as known ones. */
    private final String nobodys = String.valueOf(argon2.encode("nobody has this password"));

    @Autowired
    Passwords() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), STRANGERS_WAITING, MOST_WAITING);
    }

    /**
     * @param atOnce how many are hashed at the same time
     * @param strangersWaiting how long the line may be that a stranger still joins
     * @param mostWaiting how long it may be at all
     */
    Passwords(int atOnce, int strangersWaiting, int mostWaiting) {
        this.running = new Semaphore(atOnce, true);
        this.strangersWaiting = strangersWaiting;
        this.mostWaiting = mostWaiting;
    }

    /** @throws Overloaded if too many wait */
    String hash(String password, Standing standing) {
        return inTurn(standing, () -> String.valueOf(argon2.encode(password)));
    }

    /** @throws Overloaded if too many wait */
    boolean matches(String password, String hash, Standing standing) {
        return inTurn(standing, () -> argon2.matches(password, hash));
    }

    /** Takes as long as {@link #matches}. */
    void matchNobody(String password, Standing standing) {
        matches(password, nobodys, standing);
    }

    /** Whether a hash was made with weaker parameters than today's. */
    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /**
     * Turns a herd away before it asks the database anything.
     *
     * @throws Overloaded if too many wait
     */
    void expectRoom(Standing standing) {
        if (waiting.get() >= places(standing)) {
            throw new Overloaded();
        }
    }

    /** How many stand in line now. */
    int waiting() {
        return waiting.get();
    }

    <T> T inTurn(Standing standing, Supplier<T> work) {
        await(standing);
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private void await(Standing standing) {
        try {
            if (waiting.incrementAndGet() > places(standing)
                    || !running.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overloaded();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private int places(Standing standing) {
        return standing == Standing.KNOWN ? mostWaiting : strangersWaiting;
    }
}
