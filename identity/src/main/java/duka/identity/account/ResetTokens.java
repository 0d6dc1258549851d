package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens in mails that let somebody choose a new password: kept as keyed hashes, for half an hour, good once. */
@Component
class ResetTokens {

    static final Duration LIFE = Duration.ofMinutes(30);

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Lookups lookups;
    private final Clock clock;

    ResetTokens(JdbcClient database, Lookups lookups, Clock clock) {
        this.database = database;
        this.lookups = lookups;
        this.clock = clock;
    }

    String issue(AccountId account) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.sql("insert into identity.password_reset (token_hash, account_id, expires_at) values (?, ?, ?)")
                .params(
                        hash(token),
                        account.value(),
                        Timestamp.from(clock.instant().plus(LIFE)))
                .update();
        return token;
    }

    /** Whose it is; nobody's if it was used, is too old or was never given out. */
    Optional<AccountId> ownerOf(String token) {
        return database.sql("select account_id from identity.password_reset where token_hash = ? and expires_at > ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Uses it up, and with it all others of its owner; false if somebody else was faster. */
    boolean redeem(String token, AccountId owner) {
        int found = database.sql("delete from identity.password_reset where token_hash = ? and account_id = ?")
                .params(hash(token), owner.value())
                .update();
        if (found == 1) {
            database.sql("delete from identity.password_reset where account_id = ?")
                    .param(owner.value())
                    .update();
        }
        return found == 1;
    }

    /** Forgets those that are too old. */
    void sweep() {
        database.sql("delete from identity.password_reset where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private String hash(String token) {
        return lookups.hmac("password-reset", token);
    }
}
