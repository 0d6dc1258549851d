package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import duka.kernel.api.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new password for somebody who forgot the old one and can read their mail. */
@Component
public class PasswordResets {

    private final AccountStore store;
    private final ResetTokens tokens;
    private final PasswordPolicy policy;
    private final Passwords passwords;
    private final SessionStates states;
    private final DueWork dueWork;
    private final Lookups lookups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordResets(
            AccountStore store,
            ResetTokens tokens,
            PasswordPolicy policy,
            Passwords passwords,
            SessionStates states,
            DueWork dueWork,
            Lookups lookups,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.policy = policy;
        this.passwords = passwords;
        this.states = states;
        this.dueWork = dueWork;
        this.lookups = lookups;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What came of showing a token. */
    public sealed interface Confirmed {

        /** The password is new, and all sessions are over. */
        record Changed(AccountId account) implements Confirmed {}

        /** The token stays good. */
        record TooWeak(String objection) implements Confirmed {}

        /** Unknown, used or expired. */
        record Invalid() implements Confirmed {}
    }

    /** Has a mail written if somebody has this address; the same is done for nobody, so that neither sight nor time tells. */
    public void request(String email, Locale language) {
        AccountId account = store.accountByEmail(email)
                .filter(Account::isActive)
                .map(Account::accountId)
                .orElse(null);
        dueWork.schedule(
                ResetMail.TASK,
                lookups.hmac("password-reset-request", Account.emailKey(email)),
                new ResetMail.Asked(UUID.randomUUID(), account, language.getLanguage()),
                Duration.ZERO);
    }

    public Confirmed confirm(String token, String newPassword) {
        Optional<Account> owner = tokens.ownerOf(token).flatMap(store::account).filter(Account::isActive);
        if (owner.isEmpty()) {
            return new Confirmed.Invalid();
        }
        Optional<String> objection =
                policy.objection(newPassword, owner.get().view().email());
        if (objection.isPresent()) {
            return new Confirmed.TooWeak(objection.get());
        }
        AccountId account = owner.get().accountId();
        String hash = passwords.hash(newPassword, Standing.KNOWN);
        boolean changed = Objects.requireNonNull(transaction.execute(status -> replace(account, token, hash)));
        states.forget(account);
        return changed ? new Confirmed.Changed(account) : new Confirmed.Invalid();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void sweep() {
        tokens.sweep();
    }

    private boolean replace(AccountId account, String token, String hash) {
        if (!tokens.redeem(token, account)) {
            return false;
        }
        Instant now = clock.instant();
        store.credential(account).orElseThrow().replace(hash, now);
        store.openSessions(account, now).forEach(session -> session.end(now));
        return true;
    }
}
