package duka.identity.account;

import duka.identity.api.Assurance;
import duka.identity.api.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proving anew who one is, in a session that is already open: whoever finds a computer unlocked, or steals a token,
 * neither gives money back nor hands out rights.
 */
@Component
public class Proofs implements Assurance {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final AccountStore accounts;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final SessionStates states;
    private final JdbcClient database;
    private final boolean staffNeedSecondFactor;
    private final Clock clock;

    Proofs(
            AccountStore accounts,
            Passwords passwords,
            SecondFactor factor,
            SessionStates states,
            JdbcClient database,
            @Value("${duka.require-staff-mfa:false}") boolean staffNeedSecondFactor,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factor = factor;
        this.states = states;
        this.database = database;
        this.staffNeedSecondFactor = staffNeedSecondFactor;
        this.clock = clock;
    }

    /** For the next five minutes the session is fresh; false, and nothing changed, if the password is wrong. */
    public boolean byPassword(Caller caller, String password) {
        String hash = accounts.credential(caller.accountId()).orElseThrow().passwordHash();
        return passwords.matches(password, hash, Standing.KNOWN) && freshen(caller);
    }

    /** As {@link #byPassword}, by a code of the caller's authenticator app. */
    public boolean byCode(Caller caller, String code) {
        return factor.accepts(caller.accountId(), code) && freshen(caller);
    }

    @Override
    public boolean isFresh(Caller caller) {
        return database.sql("""
                        select 1 from identity.session
                        where id = :session and account_id = :account and ended_at is null and fresh_until > :now
                        """)
                .param("session", caller.sessionId())
                .param("account", caller.accountId().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public boolean lacksSecondFactor(Caller caller) {
        return staffNeedSecondFactor
                && caller.seesEverything()
                && states.of(caller.sessionId())
                        .filter(SessionStates.State::secondFactor)
                        .isEmpty();
    }

    private boolean freshen(Caller caller) {
        return database.sql("update identity.session set fresh_until = :until where id = :session and ended_at is null")
                        .param("until", clock.instant().plus(FRESH).atOffset(ZoneOffset.UTC))
                        .param("session", caller.sessionId())
                        .update()
                == 1;
    }
}
