package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Role;
import duka.kernel.Uuids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Making admins from the machine itself, without signing in. */
@Component
public class AdminAccounts {

    private final Accounts accounts;
    private final AccountStore store;
    private final Passwords passwords;
    private final SessionStates states;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AdminAccounts(
            Accounts accounts,
            AccountStore store,
            Passwords passwords,
            SessionStates states,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.passwords = passwords;
        this.states = states;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public boolean exists() {
        return store.hasAdmin();
    }

    /** A new admin; somebody who has an account with this e-mail becomes one, with this password and no open session. */
    public AccountId create(String email, String password) {
        Optional<AccountId> known = store.accountByEmail(email).map(Account::accountId);
        if (known.isEmpty()) {
            AccountId id = new AccountId(Uuids.mint(clock));
            accounts.register(id, new Profile(email, "Shop", "Admin", null), password, Role.ADMIN);
            return id;
        }
        String hash = passwords.hash(password, Standing.KNOWN);
        AccountId id = known.get();
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            store.lockedAccount(id).orElseThrow().authorize(Role.ADMIN, true);
            store.credential(id).orElseThrow().replace(hash, now);
            store.openSessions(id, now).forEach(session -> session.end(now));
        });
        states.forget(id);
        return id;
    }
}
