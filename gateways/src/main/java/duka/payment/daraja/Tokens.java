package duka.payment.daraja;

import duka.payment.daraja.TokenStore.Token;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The access token: asked for once by however many threads and processes need it, and replaced before it dies. */
final class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final String PATH = "/oauth/v1/generate?grant_type=client_credentials";
    private static final Duration REPLACED_BEFORE_ITS_END = Duration.ofMinutes(5);
    private static final Duration SHORTEST_USE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Transport transport;
    private final TokenStore store;
    private final Clock clock;
    private final String credentials;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Token cached;

    Tokens(Transport transport, TokenStore store, Clock clock, DarajaProperties properties) {
        this.transport = transport;
        this.store = store;
        this.clock = clock;
        String pair = properties.consumerKey() + ":" + properties.consumerSecret();
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A token that should be good, or nothing if none can be had now. */
    Optional<Token> current() {
        Token known = cached;
        if (isFresh(known)) {
            return Optional.ofNullable(known);
        }
        oneAtATime.lock();
        try {
            known = cached;
            return isFresh(known) ? Optional.ofNullable(known) : shared();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Somebody was told that this token is bad. */
    void refused(Token token) {
        oneAtATime.lock();
        try {
            Token known = cached;
            if (known != null && known.value().equals(token.value())) {
                cached = null;
            }
            store.drop(token);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<Token> shared() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<Token> kept = store.current().filter(this::isFresh);
            if (kept.isEmpty() && store.takeTurn()) {
                kept = fetched();
                if (kept.isEmpty()) {
                    return kept;
                }
            }
            if (kept.isPresent()) {
                cached = kept.get();
                return kept;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() < end);
        return Optional.empty();
    }

    private Optional<Token> fetched() {
        Optional<Token> fresh = Optional.empty();
        try {
            fresh = read(transport.get(PATH, credentials));
            return fresh;
        } finally {
            fresh.ifPresentOrElse(store::keep, store::giveUpTurn);
        }
    }

    private Optional<Token> read(Reply reply) {
        if (reply instanceof Reply.Json answer) {
            String value = answer.text("access_token");
            String seconds = answer.text("expires_in");
            if (value != null && seconds != null) {
                return Optional.of(new Token(value, freshUntil(Duration.ofSeconds(Long.parseLong(seconds)))));
            }
            LOG.warn("Alert: Daraja gives no token: {} {}", answer.status(), answer.errorCode());
        } else {
            LOG.warn("Alert: Daraja gives no token: {}", reply);
        }
        return Optional.empty();
    }

    private Instant freshUntil(Duration life) {
        Duration use = life.minus(REPLACED_BEFORE_ITS_END);
        return clock.instant().plus(use.compareTo(SHORTEST_USE) > 0 ? use : SHORTEST_USE);
    }

    private boolean isFresh(@Nullable Token token) {
        return token != null && clock.instant().isBefore(token.freshUntil());
    }
}
