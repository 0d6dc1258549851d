package duka.payment.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which of a provider's events were dealt with, as rows of {@code edge.provider_event}. One that is being dealt with
 * belongs to one request; if that died, the event is free again after a minute.
 */
@Component
class ProviderInbox {

    private static final Duration DEAD_AFTER = Duration.ofMinutes(1);
    private static final Duration RETENTION = Duration.ofDays(30);

    private final JdbcClient database;
    private final Clock clock;

    ProviderInbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose turn it is to deal with an event. */
    enum Turn {
        OURS,
        DONE_BEFORE,
        ANOTHERS
    }

    Turn take(String id, String type, UUID run) {
        Instant now = clock.instant();
        int taken = database.sql("""
                        insert into edge.provider_event as e (id, type, run, taken_at, received_at)
                        values (:id, :type, :run, :now, :now)
                        on conflict (id) do update set run = excluded.run, taken_at = excluded.taken_at
                        where not e.done and e.taken_at < :dead""")
                .param("id", id)
                .param("type", type)
                .param("run", run)
                .param("now", Timestamp.from(now))
                .param("dead", Timestamp.from(now.minus(DEAD_AFTER)))
                .update();
        if (taken == 1) {
            return Turn.OURS;
        }
        return database.sql("select done from edge.provider_event where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false)
                ? Turn.DONE_BEFORE
                : Turn.ANOTHERS;
    }

    void finish(String id, UUID run) {
        database.sql("update edge.provider_event set done = true where id = :id and run = :run")
                .param("id", id)
                .param("run", run)
                .update();
    }

    /** It was refused: when the provider tells it again, it is heard again. */
    void letGo(String id, UUID run) {
        database.sql("delete from edge.provider_event where id = :id and run = :run and not done")
                .param("id", id)
                .param("run", run)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        database.sql("delete from edge.provider_event where received_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(RETENTION)))
                .update();
    }
}
