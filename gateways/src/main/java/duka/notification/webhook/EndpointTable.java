package duka.notification.webhook;

import duka.kernel.Rejection;
import duka.kernel.api.PageRequest;
import duka.notification.api.WebhookEndpoint;
import duka.notification.api.Webhooks.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.TextEncryptor;

/** The endpoints as rows of {@code edge.webhook_endpoint}; their secrets leave it only to sign. */
final class EndpointTable {

    private static final Duration OVERLAP = Duration.ofDays(1);

    /** Far longer than a server is repaired in a weekend. */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private static final int MOST = 20;

    private final JdbcClient database;
    private final TextEncryptor seal;
    private final Clock clock;

    EndpointTable(JdbcClient database, TextEncryptor seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    long count() {
        return database.sql("SELECT count(*) FROM edge.webhook_endpoint")
                .query(Long.class)
                .single();
    }

    List<WebhookEndpoint> list(PageRequest page) {
        return database.sql("""
                        SELECT * FROM edge.webhook_endpoint ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?""")
                .params(page.size(), page.offset())
                .query(EndpointTable::endpoint)
                .list();
    }

    List<UUID> active() {
        return database.sql("SELECT id FROM edge.webhook_endpoint WHERE is_active")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    Optional<WebhookEndpoint> find(UUID id) {
        return database.sql("SELECT * FROM edge.webhook_endpoint WHERE id = ?")
                .param(id)
                .query(EndpointTable::endpoint)
                .optional();
    }

    void add(UUID id, Settings settings, SigningSecret secret, long position) {
        // Two who add the last one at once must not both succeed.
        database.sql("LOCK TABLE edge.webhook_endpoint IN SHARE ROW EXCLUSIVE MODE")
                .update();
        if (count() >= MOST) {
            throw new Rejection("too_many_webhook_endpoints", "At most " + MOST + " endpoints can be told.");
        }
        Timestamp now = Timestamp.from(clock.instant());
        database.sql("""
                        INSERT INTO edge.webhook_endpoint
                            (id, url, description, event_types, is_active, secret, position, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(settings.url())
                .param(settings.description())
                .param(settings.eventTypes().toArray(String[]::new))
                .param(settings.isActive())
                .param(seal.encrypt(secret.reveal()))
                .param(position)
                .param(now)
                .param(now)
                .update();
    }

    /** @param position where it goes on if it becomes active by this */
    void change(UUID id, Settings settings, long position) {
        database.sql("""
                        UPDATE edge.webhook_endpoint
                        SET position = CASE WHEN ? AND NOT is_active THEN ? ELSE position END,
                            failing_since = CASE WHEN ? AND NOT is_active THEN NULL ELSE failing_since END,
                            disabled_reason = CASE WHEN ? THEN NULL ELSE disabled_reason END,
                            url = ?, description = ?, event_types = ?, is_active = ?, updated_at = ?,
                            version = version + 1
                        WHERE id = ?""")
                .param(settings.isActive())
                .param(position)
                .param(settings.isActive())
                .param(settings.isActive())
                .param(settings.url())
                .param(settings.description())
                .param(settings.eventTypes().toArray(String[]::new))
                .param(settings.isActive())
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .update();
    }

    void remove(UUID id) {
        database.sql("DELETE FROM edge.webhook_endpoint WHERE id = ?").param(id).update();
    }

    /** For one who is about to change it: others wait. @throws Rejection {@code not_found}, {@code version_mismatch} */
    WebhookEndpoint expected(UUID id, @Nullable Long expectedVersion) {
        WebhookEndpoint endpoint = database.sql("SELECT * FROM edge.webhook_endpoint WHERE id = ? FOR UPDATE")
                .param(id)
                .query(EndpointTable::endpoint)
                .optional()
                .orElseThrow(EndpointTable::unknown);
        if (expectedVersion != null && expectedVersion != endpoint.version()) {
            throw Rejection.versionMismatch(expectedVersion, endpoint.version());
        }
        return endpoint;
    }

    void rotate(UUID id, SigningSecret secret) {
        database.sql("""
                        UPDATE edge.webhook_endpoint SET old_secret = secret, old_secret_until = ?, secret = ?
                        WHERE id = ?""")
                .params(Timestamp.from(clock.instant().plus(OVERLAP)), seal.encrypt(secret.reveal()), id)
                .update();
    }

    /** The one that counts, and for a day after a rotation the one before it. */
    List<SigningSecret> secrets(UUID id) {
        return database.sql("SELECT secret, old_secret, old_secret_until FROM edge.webhook_endpoint WHERE id = ?")
                .param(id)
                .query((row, n) -> {
                    List<SigningSecret> secrets = new ArrayList<>();
                    secrets.add(SigningSecret.of(seal.decrypt(row.getString(1))));
                    String old = row.getString(2);
                    if (old != null && row.getTimestamp(3).toInstant().isAfter(clock.instant())) {
                        secrets.add(SigningSecret.of(seal.decrypt(old)));
                    }
                    return secrets;
                })
                .optional()
                .orElseThrow(EndpointTable::unknown);
    }

    void moveTo(UUID id, long position) {
        database.sql("UPDATE edge.webhook_endpoint SET position = ? WHERE id = ? AND position < ?")
                .params(position, id, position)
                .update();
    }

    void works(UUID id) {
        database.sql("UPDATE edge.webhook_endpoint SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL")
                .param(id)
                .update();
    }

    /** One that only fails for days is told nothing more, until an admin makes it active again. */
    void fails(UUID id) {
        Instant now = clock.instant();
        database.sql("UPDATE edge.webhook_endpoint SET failing_since = ? WHERE id = ? AND failing_since IS NULL")
                .params(Timestamp.from(now), id)
                .update();
        database.sql("""
                        UPDATE edge.webhook_endpoint SET is_active = false, version = version + 1, updated_at = ?,
                            disabled_reason = 'Every message failed for five days.'
                        WHERE id = ? AND is_active AND failing_since < ?""")
                .params(Timestamp.from(now), id, Timestamp.from(now.minus(PATIENCE)))
                .update();
    }

    void isGone(UUID id) {
        database.sql("""
                        UPDATE edge.webhook_endpoint SET is_active = false, version = version + 1, updated_at = ?,
                            disabled_reason = 'It answered 410 Gone.'
                        WHERE id = ? AND is_active""").params(Timestamp.from(clock.instant()), id).update();
    }

    static Rejection unknown() {
        return Rejection.notFound("webhook endpoint");
    }

    private static WebhookEndpoint endpoint(ResultSet row, int n) throws SQLException {
        return new WebhookEndpoint(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                List.of((String[]) row.getArray("event_types").getArray()),
                row.getBoolean("is_active"),
                row.getString("disabled_reason"),
                row.getLong("position"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }
}
