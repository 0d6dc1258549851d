package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.PersonKeys;
import duka.identity.api.Role;
import duka.kernel.PersonId;
import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registering, finding and changing accounts. */
@Component
public class Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final PersonKeys keys;
    private final SessionStates states;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(
            AccountStore store,
            Passwords passwords,
            PersonKeys keys,
            SessionStates states,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.keys = keys;
        this.states = states;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param results one page, the newest accounts first */
    public record Found(long count, List<AccountView> results) {}

    /**
     * Opens an account. The person's key is made first, so that nothing about them is ever written without it.
     *
     * @throws Rejection {@code email_taken}
     */
    public AccountView register(AccountId id, Profile profile, String password, Role role) {
        passwords.expectRoom(Standing.STRANGER);
        if (store.accountByEmail(profile.email()).isPresent()) {
            throw emailTaken();
        }
        String hash = passwords.hash(password, Standing.STRANGER);
        keys.createFor(new PersonId(id.value()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transacted(() -> {
            reserve(profile.email(), id);
            Account account = new Account(id, profile, role, now);
            store.add(account);
            store.add(new Credential(id.value(), hash, now));
            return account;
        });
    }

    public Optional<AccountView> find(AccountId id) {
        return store.account(id).map(Account::view);
    }

    /** @param search part of an e-mail, a name or a phone */
    public Found search(@Nullable String search, @Nullable Role role, @Nullable Boolean active, PageRequest page) {
        AccountStore.Found found = store.search(search, role, active, page);
        return new Found(
                found.count(), found.accounts().stream().map(Account::view).toList());
    }

    /**
     * Changes what a person says of themselves, and what they may do. Taking rights away ends what they had before.
     *
     * @param versionCheck is given the present version and throws if the caller expected another
     * @throws Rejection {@code not_found}, {@code email_taken}, or {@code last_admin} if nobody could let people in again
     */
    public AccountView change(AccountId id, Profile profile, Role role, boolean active, LongConsumer versionCheck) {
        AccountView changed = transacted(() -> {
            List<Account> admins = role == Role.ADMIN && active ? List.of() : store.lockedActiveAdmins();
            Account account = store.lockedAccount(id).orElseThrow(() -> Rejection.notFound("user"));
            versionCheck.accept(account.view().version());
            if (account.isActiveAdmin() && admins.size() == 1) {
                throw new Rejection("last_admin", "This is the last admin; name another one first.");
            }
            reserve(profile.email(), id);
            account.rename(profile);
            account.authorize(role, active);
            if (!active) {
                Instant now = clock.instant();
                store.openSessions(id, now).forEach(session -> session.end(now));
            }
            return account;
        });
        states.forget(id);
        return changed;
    }

    /** The version rises when the transaction ends, so the account is shown only then. */
    private AccountView transacted(Supplier<Account> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get())).view();
    }

    /** Asked under a lock, so that no racer runs into the unique index: the database would write the e-mail to its log. */
    private void reserve(String email, AccountId owner) {
        store.lockEmail(email);
        store.accountByEmail(email)
                .filter(account -> !account.accountId().equals(owner))
                .ifPresent(account -> {
                    throw emailTaken();
                });
    }

    private static Rejection emailTaken() {
        return new Rejection("email_taken", "There is an account with this e-mail already.");
    }
}
