package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The second half of a sign-in: the password was right, now the code is asked for. A token stands between the halves. It
 * lasts five minutes, bears few wrong codes, opens one session, and is void once the password changed.
 */
@Component
public class Challenges {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int TRIES = 5;
    private static final int LONGEST_AGENT = 300;

    private final JdbcClient database;
    private final SecondFactor factor;
    private final Logins logins;
    private final Lookups lookups;
    private final Clock clock;

    Challenges(JdbcClient database, SecondFactor factor, Logins logins, Lookups lookups, Clock clock) {
        this.database = database;
        this.factor = factor;
        this.logins = logins;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** What came of showing a code. */
    public sealed interface Answer {

        record Right(SignedIn tokens) implements Answer {}

        /** Another code may be shown, until the tries are used up. */
        record WrongCode() implements Answer {}

        /** The token is unknown, expired or used up: sign in anew. */
        record Over() implements Answer {}
    }

    String issue(AccountId account, @Nullable String userAgent) {
        String token = Tokens.fresh();
        Instant now = clock.instant();
        database.sql("""
                        insert into identity.mfa_token
                            (token_hash, account_id, user_agent, tries_left, created_at, expires_at)
                        values (:hash, :account, :agent, :tries, :now, :end)
                        """)
                .param("hash", hash(token))
                .param("account", account.value())
                .param(
                        "agent",
                        userAgent == null ? null : userAgent.substring(0, Math.min(LONGEST_AGENT, userAgent.length())))
                .param("tries", TRIES)
                .param("now", at(now))
                .param("end", at(now.plus(LIFE)))
                .update();
        return token;
    }

    public Answer answer(String token, String code) {
        Optional<Pending> pending = takeTry(token);
        if (pending.isEmpty()) {
            return new Answer.Over();
        }
        if (!factor.accepts(pending.get().account(), code)) {
            return new Answer.WrongCode();
        }
        if (!useUp(token)) {
            return new Answer.Over();
        }
        return logins.open(pending.get().account(), pending.get().userAgent())
                .<Answer>map(Answer.Right::new)
                .orElseGet(Answer.Over::new);
    }

    /** The try is spent before the code is looked at, so that racing guesses are counted, too. */
    private Optional<Pending> takeTry(String token) {
        return database.sql("""
                        update identity.mfa_token t set tries_left = tries_left - 1
                        from identity.credential c
                        where t.token_hash = :hash and t.tries_left > 0 and t.expires_at > :now
                            and c.account_id = t.account_id and c.changed_at <= t.created_at
                        returning t.account_id, t.user_agent
                        """)
                .param("hash", hash(token))
                .param("now", at(clock.instant()))
                .query((row, n) -> new Pending(
                        new AccountId(row.getObject("account_id", UUID.class)), row.getString("user_agent")))
                .optional();
    }

    private boolean useUp(String token) {
        return database.sql("delete from identity.mfa_token where token_hash = :hash")
                        .param("hash", hash(token))
                        .update()
                == 1;
    }

    private String hash(String token) {
        return lookups.hmac("mfa-token", token);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Pending(AccountId account, @Nullable String userAgent) {}
}
