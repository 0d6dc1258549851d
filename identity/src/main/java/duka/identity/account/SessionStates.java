package duka.identity.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.identity.api.AccountId;
import duka.identity.api.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which sessions are open, and what their people may do now. It is remembered for four seconds, so that an end is known
 * everywhere within five; in the process that ended it, at once. If the database does not answer, nobody is let in.
 */
@Component
class SessionStates {

    /**
     * @param epoch the account's, which tokens must carry
     * @param secondFactor whether the account has one that was confirmed
     */
    record State(AccountId accountId, Role role, int epoch, boolean secondFactor) {}

    private final JdbcClient database;
    private final Cache<UUID, Optional<State>> remembered = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(4))
            .maximumSize(100_000)
            .build();

    SessionStates(JdbcClient database) {
        this.database = database;
    }

    Optional<State> of(UUID sessionId) {
        return remembered.get(sessionId, this::read);
    }

    void forget(UUID sessionId) {
        remembered.invalidate(sessionId);
    }

    void forget(AccountId account) {
        remembered
                .asMap()
                .values()
                .removeIf(state ->
                        state.filter(known -> known.accountId().equals(account)).isPresent());
    }

    private Optional<State> read(UUID sessionId) {
        return database.sql("""
                        select a.id, a.role, a.epoch, t.confirmed_at is not null as second_factor
                        from identity.session s join identity.account a on a.id = s.account_id
                            left join identity.totp t on t.account_id = a.id
                        where s.id = :session and s.ended_at is null and s.expires_at > now() and a.is_active
                        """)
                .param("session", sessionId)
                .query((row, n) -> new State(
                        new AccountId(row.getObject("id", UUID.class)),
                        Role.valueOf(row.getString("role")),
                        row.getInt("epoch"),
                        row.getBoolean("second_factor")))
                .optional();
    }
}
