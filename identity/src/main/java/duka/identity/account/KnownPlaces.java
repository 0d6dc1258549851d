package duka.identity.account;

import duka.identity.api.AccountId;
import duka.identity.api.Lookups;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * From where people opened their accounts before. Limits on guesses by strangers do not hold there, so that no stranger
 * locks anybody out by guessing. A place is a network, kept as a keyed hash; nobody's whereabouts are read from it.
 */
@Component
public class KnownPlaces {

    private static final Duration MEMORY = Duration.ofDays(60);

    private final JdbcClient database;
    private final Lookups lookups;
    private final Clock clock;

    KnownPlaces(JdbcClient database, Lookups lookups, Clock clock) {
        this.database = database;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** Whether the account with this e-mail was opened from there; costs the same for nobody's e-mail. */
    public boolean knows(String email, String place) {
        return database.sql("""
                        select 1 from identity.known_place p join identity.account a on a.id = p.account_id
                        where a.email_key = :email and p.place_hash = :place and p.last_seen_at > :horizon
                        """)
                .param("email", Account.emailKey(email))
                .param("place", hash(place))
                .param("horizon", horizon())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The owner was there just now, and proved it. */
    public void remember(AccountId account, String place) {
        database.sql("""
                        insert into identity.known_place as known (account_id, place_hash, last_seen_at)
                        select id, :place, :now from identity.account where id = :account
                        on conflict (account_id, place_hash) do update set last_seen_at = excluded.last_seen_at
                        where known.last_seen_at < excluded.last_seen_at - interval '1 day'
                        """)
                .param("account", account.value())
                .param("place", hash(place))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who had the old password is not known any more. */
    public void rememberOnly(AccountId account, String place) {
        database.sql("delete from identity.known_place where account_id = :account")
                .param("account", account.value())
                .update();
        remember(account, place);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT11M")
    void sweep() {
        database.sql("delete from identity.known_place where last_seen_at < :horizon")
                .param("horizon", horizon())
                .update();
    }

    private OffsetDateTime horizon() {
        return clock.instant().minus(MEMORY).atOffset(ZoneOffset.UTC);
    }

    private String hash(String place) {
        return lookups.hmac("known-place", place);
    }
}
