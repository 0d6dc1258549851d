package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import duka.kernel.Uuids;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in by password, and staying so by refresh tokens. A refresh token counts once; its successor derives from it,
 * so that a browser whose requests raced gets the same one from each. Using an older one tells of a theft and ends the
 * whole session.
 */
@Component
public class SignIn {

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountStore store;
    private final Passwords passwords;
    private final AccessJwts access;
    private final SessionStates states;
    private final Lookups lookups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            AccountStore store,
            Passwords passwords,
            AccessJwts access,
            SessionStates states,
            Lookups lookups,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.access = access;
        this.states = states;
        this.lookups = lookups;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What came of showing a refresh token. */
    public sealed interface Refreshed {

        record Renewed(SignedIn tokens) implements Refreshed {}

        /** It was used before: the session is over. */
        record Reused() implements Refreshed {}

        /** Unknown, expired, or of a session that ended. */
        record Invalid() implements Refreshed {}
    }

    /** Nothing if e-mail and password do not belong together; an unknown e-mail takes as long as a known one. */
    public Optional<SignedIn> signIn(String email, String password, @Nullable String userAgent) {
        Optional<Account> account = store.accountByEmail(email);
        Optional<Credential> credential = account.map(Account::accountId).flatMap(store::credential);
        if (account.isEmpty() || credential.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        String hash = credential.get().passwordHash();
        if (!passwords.matches(password, hash) || !account.get().isActive()) {
            return Optional.empty();
        }
        AccountId id = account.get().accountId();
        String better = passwords.isOutdated(hash) ? passwords.hash(password) : null;
        return Objects.requireNonNull(transaction.execute(status -> open(id, better, userAgent)));
    }

    public Refreshed refresh(String token) {
        return Objects.requireNonNull(transaction.execute(status -> rotate(token)));
    }

    private Optional<SignedIn> open(AccountId id, @Nullable String betterHash, @Nullable String userAgent) {
        Instant now = clock.instant();
        Optional<Account> account = store.account(id).filter(Account::isActive);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        if (betterHash != null) {
            store.credential(id).ifPresent(credential -> credential.replace(betterHash, now));
        }
        Session session = new Session(Uuids.mint(clock), id.value(), userAgent, now);
        String refresh = freshToken();
        store.add(session);
        store.add(new RefreshToken(hash(refresh), session.id(), now));
        return Optional.of(new SignedIn(
                access.issue(account.get(), session.id()),
                refresh,
                account.get().view()));
    }

    private Refreshed rotate(String shown) {
        Optional<RefreshToken> found = store.refreshToken(hash(shown));
        if (found.isEmpty()) {
            return new Refreshed.Invalid();
        }
        RefreshToken token = found.get();
        Session session = store.lockedSession(token.sessionId()).orElseThrow();
        store.refresh(token);
        Instant now = clock.instant();
        Optional<Account> account =
                store.account(new AccountId(session.accountId())).filter(Account::isActive);
        if (!session.isOpen(now) || token.isExpired(now) || account.isEmpty()) {
            return new Refreshed.Invalid();
        }
        String successor = successor(shown);
        if (token.isUsed() && !(token.wasJustUsed(now) && isUnused(successor))) {
            session.end(now);
            states.forget(session.id());
            return new Refreshed.Reused();
        }
        if (!token.isUsed()) {
            token.use(now);
            store.add(new RefreshToken(hash(successor), session.id(), now));
        }
        session.used(now);
        return new Refreshed.Renewed(new SignedIn(
                access.issue(account.get(), session.id()),
                successor,
                account.get().view()));
    }

    private boolean isUnused(String token) {
        return store.refreshToken(hash(token)).filter(next -> !next.isUsed()).isPresent();
    }

    private String hash(String token) {
        return lookups.hmac("refresh-token", token);
    }

    private String successor(String token) {
        return encoded(HexFormat.of().parseHex(lookups.hmac("refresh-successor", token)));
    }

    private static String freshToken() {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return encoded(random);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
