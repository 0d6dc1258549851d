package duka.identity.account;

import duka.identity.api.AccountId;
import duka.kernel.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's authenticator app. It is asked for at sign-in once its owner proved that it shows the right codes. */
@Component
public class SecondFactor {

    private final AccountStore accounts;
    private final JdbcClient database;
    private final SecretSeal seal;
    private final SessionStates states;
    private final String shopName;
    private final Clock clock;

    SecondFactor(
            AccountStore accounts,
            JdbcClient database,
            SecretSeal seal,
            SessionStates states,
            @Value("${duka.shop-name:Duka}") String shopName,
            Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.seal = seal;
        this.states = states;
        this.shopName = shopName;
        this.clock = clock;
    }

    /**
     * What the app has to learn; it is shown once.
     *
     * @param secret base32
     */
    public record Enrolment(String secret, String otpauthUri) {

        /** Never the secret: this ends up in logs. */
        @Override
        public String toString() {
            return "Enrolment[…]";
        }
    }

    /** A new secret, in the place of one that was never confirmed. @throws Rejection {@code totp_enabled} */
    public Enrolment enrol(AccountId id) {
        String email = accounts.account(id)
                .orElseThrow(() -> Rejection.notFound("user"))
                .view()
                .email();
        String secret = Totp.freshSecret();
        int rows = database.sql("""
                        insert into identity.totp (account_id, sealed, last_step) values (:account, :sealed, 0)
                        on conflict (account_id) do update set sealed = excluded.sealed, last_step = 0
                        where totp.confirmed_at is null
                        """)
                .param("account", id.value())
                .param("sealed", seal.seal(id, secret))
                .update();
        if (rows == 0) {
            throw enabled();
        }
        return new Enrolment(secret, Totp.uri(secret, shopName, email));
    }

    /**
     * From now on codes are asked for; false, and nothing changed, if the app shows another code.
     *
     * @throws Rejection {@code totp_enabled}, or {@code totp_not_enrolled}
     */
    public boolean confirm(AccountId id, String code) {
        Kept kept = kept(id).orElseThrow(
                        () -> new Rejection("totp_not_enrolled", "Ask for a secret first, at totp/enrol/."));
        if (kept.confirmed()) {
            throw enabled();
        }
        Instant now = clock.instant();
        for (long step : Totp.stepsOf(code, seal.open(id, kept.sealed()), now)) {
            int rows = database.sql("""
                            update identity.totp set confirmed_at = :now, last_step = :step
                            where account_id = :account and sealed = :sealed and confirmed_at is null
                            """)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("step", step)
                    .param("account", id.value())
                    .param("sealed", kept.sealed())
                    .update();
            states.forget(id);
            return rows == 1;
        }
        return false;
    }

    /** Whether codes are asked for. */
    public boolean isOn(AccountId id) {
        return kept(id).filter(Kept::confirmed).isPresent();
    }

    /** Codes are not asked for any more. */
    public void remove(AccountId id) {
        database.sql("delete from identity.totp where account_id = :account")
                .param("account", id.value())
                .update();
        states.forget(id);
    }

    /** Uses a code up; false if it is wrong, or was used before, or no code is asked for. */
    boolean accepts(AccountId id, String code) {
        Optional<Kept> kept = kept(id).filter(Kept::confirmed);
        if (kept.isEmpty()) {
            return false;
        }
        for (long step : Totp.stepsOf(code, seal.open(id, kept.get().sealed()), clock.instant())) {
            if (use(id, kept.get(), step)) {
                return true;
            }
        }
        return false;
    }

    /** Of two who show the same code at once, one is let in; a code older than the last one used is void, too. */
    private boolean use(AccountId id, Kept kept, long step) {
        return database.sql("""
                        update identity.totp set last_step = :step
                        where account_id = :account and sealed = :sealed and last_step < :step
                        """)
                        .param("step", step)
                        .param("account", id.value())
                        .param("sealed", kept.sealed())
                        .update()
                == 1;
    }

    private Optional<Kept> kept(AccountId id) {
        return database.sql("select sealed, confirmed_at from identity.totp where account_id = :account")
                .param("account", id.value())
                .query((row, n) -> new Kept(row.getString("sealed"), row.getObject("confirmed_at") != null))
                .optional();
    }

    private static Rejection enabled() {
        return new Rejection("totp_enabled", "There is a second factor already; remove it first.");
    }

    private record Kept(String sealed, boolean confirmed) {}
}
