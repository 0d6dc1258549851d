package duka.notification.webhook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import duka.kernel.api.History.Happening;
import duka.kernel.api.PageRequest;
import duka.notification.api.WebhookDelivery;
import duka.notification.api.WebhookDelivery.Attempt;
import duka.notification.api.WebhookDelivery.Status;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The deliveries as rows of {@code edge.webhook_delivery} and {@code edge.webhook_attempt}. */
class DeliveryTable {

    private static final Duration LATE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    DeliveryTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The same event has the same delivery to an endpoint, however often it is written down. */
    static UUID idOf(UUID endpoint, String eventId) {
        return UUID.nameUUIDFromBytes((endpoint + "/" + eventId).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes it down as due; one that is there is due again only if {@code again}. */
    UUID add(UUID endpoint, Happening happening, String type, boolean again) {
        UUID id = idOf(endpoint, happening.eventId());
        Timestamp now = Timestamp.from(clock.instant());
        database.sql("""
                        INSERT INTO edge.webhook_delivery AS d
                            (id, endpoint_id, event_id, type, position, status, next_attempt_at, created_at)
                        VALUES (?, ?, ?, ?, ?, 'PENDING', ?, ?)
                        ON CONFLICT (id) DO UPDATE
                        SET status = 'PENDING', tries = 0, next_attempt_at = excluded.next_attempt_at WHERE ?""")
                .params(id, endpoint, happening.eventId(), type, happening.position(), now, now, again)
                .update();
        return id;
    }

    /** Due again at once, as if it had never been tried. */
    void renew(UUID id) {
        database.sql("""
                        UPDATE edge.webhook_delivery SET status = 'PENDING', tries = 0, next_attempt_at = ?
                        WHERE id = ?""").params(Timestamp.from(clock.instant()), id).update();
    }

    Optional<WebhookDelivery> find(UUID endpoint, UUID id) {
        return database.sql("SELECT * FROM edge.webhook_delivery WHERE endpoint_id = ? AND id = ?")
                .params(endpoint, id)
                .query((row, n) -> delivery(row, attempts(List.of(id)).getOrDefault(id, List.of())))
                .optional();
    }

    long count(UUID endpoint) {
        return database.sql("SELECT count(*) FROM edge.webhook_delivery WHERE endpoint_id = ?")
                .param(endpoint)
                .query(Long.class)
                .single();
    }

    List<WebhookDelivery> list(UUID endpoint, PageRequest page) {
        List<WebhookDelivery> bare = database.sql("""
                        SELECT * FROM edge.webhook_delivery WHERE endpoint_id = ?
                        ORDER BY position DESC LIMIT ? OFFSET ?""")
                .params(endpoint, page.size(), page.offset())
                .query((row, n) -> delivery(row, List.of()))
                .list();
        Map<UUID, List<Attempt>> attempts =
                attempts(bare.stream().map(WebhookDelivery::id).toList());
        return bare.stream()
                .map(one -> new WebhookDelivery(
                        one.id(),
                        one.endpointId(),
                        one.eventId(),
                        one.type(),
                        one.position(),
                        one.status(),
                        attempts.getOrDefault(one.id(), List.of()),
                        one.nextAttemptAt(),
                        one.createdAt()))
                .toList();
    }

    int pending(UUID endpoint) {
        return database.sql("SELECT count(*) FROM edge.webhook_delivery WHERE endpoint_id = ? AND status = 'PENDING'")
                .param(endpoint)
                .query(Integer.class)
                .single();
    }

    /** How many could be sent now. */
    int due(UUID endpoint) {
        return database.sql("""
                        SELECT count(*) FROM edge.webhook_delivery
                        WHERE endpoint_id = ? AND status = 'PENDING' AND next_attempt_at <= ?""")
                .params(endpoint, Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** What should have been sent minutes ago. */
    List<Delivering.Work> overdue() {
        return database.sql("""
                        SELECT endpoint_id, id FROM edge.webhook_delivery
                        WHERE status = 'PENDING' AND next_attempt_at < ? LIMIT 1000""")
                .param(Timestamp.from(clock.instant().minus(LATE)))
                .query((row, n) -> new Delivering.Work(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** How often it was tried since it was last asked for. */
    int tries(UUID id) {
        return database.sql("SELECT tries FROM edge.webhook_delivery WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** @param next when it is tried again, or {@code null} */
    void tried(UUID id, Attempt attempt, Status status, @Nullable Instant next) {
        database.sql("""
                        INSERT INTO edge.webhook_attempt (delivery_id, at, status_code, took_millis, error, response)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(Timestamp.from(attempt.at()))
                .param(attempt.statusCode())
                .param(attempt.tookMillis())
                .param(attempt.error())
                .param(attempt.response())
                .update();
        end(id, status, next);
    }

    void end(UUID id, Status status, @Nullable Instant next) {
        database.sql("""
                        UPDATE edge.webhook_delivery SET status = ?, tries = tries + 1, next_attempt_at = ?
                        WHERE id = ?""")
                .param(status.name())
                .param(next == null ? null : Timestamp.from(next))
                .param(id)
                .update();
    }

    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT13M")
    void sweep() {
        database.sql("DELETE FROM edge.webhook_delivery WHERE created_at < now() - interval '30 days'")
                .update();
    }

    private Map<UUID, List<Attempt>> attempts(List<UUID> deliveries) {
        return database
                .sql("SELECT * FROM edge.webhook_attempt WHERE delivery_id = ANY (?) ORDER BY at")
                .param(deliveries.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("delivery_id", UUID.class), attempt(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getTimestamp("at").toInstant(),
                row.getObject("status_code", Integer.class),
                row.getLong("took_millis"),
                row.getString("error"),
                row.getString("response"));
    }

    private static WebhookDelivery delivery(ResultSet row, List<Attempt> attempts) throws SQLException {
        Timestamp next = row.getTimestamp("next_attempt_at");
        return new WebhookDelivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getString("event_id"),
                row.getString("type"),
                row.getLong("position"),
                Status.valueOf(row.getString("status")),
                attempts,
                next == null ? null : next.toInstant(),
                row.getTimestamp("created_at").toInstant());
    }
}
