package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import java.time.Clock;
import java.time.Instant;
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

    private final AccountStore store;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Challenges challenges;
    private final Logins logins;
    private final AccessJwts access;
    private final SessionStates states;
    private final Lookups lookups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            AccountStore store,
            Passwords passwords,
            SecondFactor factor,
            Challenges challenges,
            Logins logins,
            AccessJwts access,
            SessionStates states,
            Lookups lookups,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.factor = factor;
        this.challenges = challenges;
        this.logins = logins;
        this.access = access;
        this.states = states;
        this.lookups = lookups;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What came of showing e-mail and password. */
    public sealed interface Outcome {

        record In(SignedIn tokens) implements Outcome {}

        /**
         * The password is right, and the account has a second factor.
         *
         * @param mfaToken to be shown again with the code
         */
        record CodeNeeded(AccountId account, String mfaToken) implements Outcome {

            /** Never the token: this ends up in logs. */
            @Override
            public String toString() {
                return "CodeNeeded[" + account + "]";
            }
        }

        /** They do not belong together, or the account is not active. */
        record Refused() implements Outcome {}
    }

    /** What came of showing a refresh token. */
    public sealed interface Refreshed {

        record Renewed(SignedIn tokens) implements Refreshed {}

        /** It was used before: the session is over. */
        record Reused() implements Refreshed {}

        /** Unknown, expired, or of a session that ended. */
        record Invalid() implements Refreshed {}
    }

    /**
     * An unknown e-mail takes as long as a known one.
     *
     * @throws duka.identity.api.Overloaded if too many passwords wait to be checked
     */
    public Outcome signIn(String email, String password, @Nullable String userAgent, Standing standing) {
        passwords.expectRoom(standing);
        Optional<Account> account = store.accountByEmail(email);
        Optional<Credential> credential = account.map(Account::accountId).flatMap(store::credential);
        if (account.isEmpty() || credential.isEmpty()) {
            passwords.matchNobody(password, standing);
            return new Outcome.Refused();
        }
        String hash = credential.get().passwordHash();
        if (!passwords.matches(password, hash, standing) || !account.get().isActive()) {
            return new Outcome.Refused();
        }
        AccountId id = account.get().accountId();
        if (passwords.isOutdated(hash)) {
            strengthen(id, hash, passwords.hash(password, Standing.KNOWN));
        }
        if (factor.isOn(id)) {
            return new Outcome.CodeNeeded(id, challenges.issue(id, userAgent));
        }
        return logins.open(id, userAgent).<Outcome>map(Outcome.In::new).orElseGet(Outcome.Refused::new);
    }

    public Refreshed refresh(String token) {
        return Objects.requireNonNull(transaction.execute(status -> rotate(token)));
    }

    /** Unless the password was changed meanwhile. */
    private void strengthen(AccountId id, String weak, String strong) {
        transaction.executeWithoutResult(status -> store.credential(id)
                .filter(credential -> credential.passwordHash().equals(weak))
                .ifPresent(credential -> credential.replace(strong, clock.instant())));
    }

    private Refreshed rotate(String shown) {
        Optional<RefreshToken> found = store.refreshToken(logins.hash(shown));
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
            store.add(new RefreshToken(logins.hash(successor), session.id(), now));
        }
        session.used(now);
        return new Refreshed.Renewed(new SignedIn(
                access.issue(account.get(), session.id()),
                successor,
                account.get().view()));
    }

    private boolean isUnused(String token) {
        return store.refreshToken(logins.hash(token))
                .filter(next -> !next.isUsed())
                .isPresent();
    }

    private String successor(String token) {
        return Tokens.encoded(HexFormat.of().parseHex(lookups.hmac("refresh-successor", token)));
    }
}
