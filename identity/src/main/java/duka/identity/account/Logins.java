package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import duka.kernel.Uuids;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a session for somebody who proved who they are. */
@Component
class Logins {

    private final AccountStore store;
    private final AccessJwts access;
    private final Lookups lookups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Logins(
            AccountStore store,
            AccessJwts access,
            Lookups lookups,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.lookups = lookups;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Nothing if the account was deactivated meanwhile. */
    Optional<SignedIn> open(AccountId id, @Nullable String userAgent) {
        return Objects.requireNonNull(transaction.execute(
                status -> store.account(id).filter(Account::isActive).map(account -> open(account, userAgent))));
    }

    private SignedIn open(Account account, @Nullable String userAgent) {
        Instant now = clock.instant();
        Session session = new Session(Uuids.mint(clock), account.accountId().value(), userAgent, now);
        String refresh = Tokens.fresh();
        store.add(session);
        store.add(new RefreshToken(hash(refresh), session.id(), now));
        return new SignedIn(access.issue(account, session.id()), refresh, account.view());
    }

    /** Under which a refresh token is kept. */
    String hash(String refreshToken) {
        return lookups.hmac("refresh-token", refreshToken);
    }
}
