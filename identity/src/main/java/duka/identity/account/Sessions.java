package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The logins of a person: seeing them, ending them, changing the password that opens them. */
@Component
public class Sessions {

    private final AccountStore store;
    private final Passwords passwords;
    private final SessionStates states;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sessions(
            AccountStore store,
            Passwords passwords,
            SessionStates states,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.states = states;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The open ones, the last used first. */
    public List<SessionView> of(AccountId account) {
        return store.openSessions(account, clock.instant()).stream()
                .map(Session::view)
                .toList();
    }

    /** Ends one of the account's own sessions; false if there is no such open one. */
    public boolean end(AccountId account, UUID sessionId) {
        Instant now = clock.instant();
        Boolean ended = transaction.execute(status -> store.lockedSession(sessionId)
                .filter(session -> session.accountId().equals(account.value()) && session.isOpen(now))
                .map(session -> {
                    session.end(now);
                    return true;
                })
                .orElse(false));
        states.forget(sessionId);
        return Objects.requireNonNull(ended);
    }

    /** Ends all other sessions with it; false, and nothing changed, if the old password is wrong. */
    public boolean changePassword(Caller caller, String oldPassword, String newPassword) {
        AccountId account = caller.accountId();
        String present = store.credential(account).orElseThrow().passwordHash();
        if (!passwords.matches(oldPassword, present, Standing.KNOWN)) {
            return false;
        }
        String fresh = passwords.hash(newPassword, Standing.KNOWN);
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            store.credential(account).orElseThrow().replace(fresh, now);
            store.openSessions(account, now).stream()
                    .filter(session -> !session.id().equals(caller.sessionId()))
                    .forEach(session -> session.end(now));
        });
        states.forget(account);
        return true;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void sweep() {
        database.sql("""
                        delete from identity.session
                        where ended_at < now() - interval '30 days' or expires_at < now() - interval '30 days'
                        """).update();
        database.sql("delete from identity.ticket where expires_at < now()").update();
        database.sql("delete from identity.mfa_token where expires_at < now()").update();
    }
}
