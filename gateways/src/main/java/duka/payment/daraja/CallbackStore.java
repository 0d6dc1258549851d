package duka.payment.daraja;

import duka.kernel.PersonId;
import duka.kernel.Uuids;
import duka.kernel.api.DueWork;
import duka.kernel.api.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was posted to our addresses, sealed, as rows of {@code edge.callback}: stored first and believed later. */
class CallbackStore {

    private static final int KEPT_UNMATCHED = 10_000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AddressBook addresses;
    private final Secrecy secrecy;
    private final Envelope envelope;
    private final DueWork dueWork;
    private final Clock clock;

    CallbackStore(
            JdbcClient database,
            TransactionTemplate transaction,
            AddressBook addresses,
            Secrecy secrecy,
            Envelope envelope,
            DueWork dueWork,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.addresses = addresses;
        this.secrecy = secrecy;
        this.envelope = envelope;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** @param matched {@code null} while nobody has looked at it */
    record Entry(
            UUID id,
            StoredCallback.Kind kind,
            String sealed,
            Instant receivedAt,
            @Nullable Boolean matched,
            @Nullable String reason,
            @Nullable UUID paymentId) {}

    /** Stores what came, once, however often it is posted, and has it read. */
    void keep(StoredCallback.Kind kind, @Nullable String token, String body) {
        envelope.prepare();
        transaction.executeWithoutResult(status -> {
            String tokenHash = token == null ? null : secrecy.hashOfToken(token);
            PersonId person = tokenHash == null
                    ? null
                    : addresses.byToken(tokenHash).map(Address::person).orElse(null);
            UUID id = Uuids.mint(clock);
            int stored = database.sql("""
                            INSERT INTO edge.callback (id, content_hash, kind, token_hash, body)
                            VALUES (?, ?, ?, ?, ?) ON CONFLICT (content_hash) DO NOTHING""")
                    .param(id)
                    .param(secrecy.hashOfContent(kind.stored() + " " + token, body))
                    .param(kind.stored())
                    .param(tokenHash)
                    .param(envelope.seal(person, body))
                    .update();
            if (stored == 1) {
                dueWork.schedule(Works.CALLBACK, id.toString(), new Works.Callback(id), Duration.ZERO);
            }
        });
    }

    Optional<StoredCallback> find(UUID id) {
        return database.sql("SELECT id, kind, token_hash, body FROM edge.callback WHERE id = ?")
                .param(id)
                .query(this::stored)
                .optional();
    }

    void conclude(UUID id, Reading reading) {
        switch (reading) {
            case Reading.Matched matched ->
                conclude(id, true, null, matched.payment().value());
            case Reading.Unmatched unmatched -> conclude(id, false, unmatched.reason(), null);
        }
    }

    List<Entry> list(@Nullable Boolean matched, PageRequest page) {
        return database.sql("""
                        SELECT * FROM edge.callback WHERE (CAST(? AS boolean) IS NULL OR coalesce(matched, false) = ?)
                        ORDER BY received_at DESC LIMIT ? OFFSET ?""")
                .param(matched)
                .param(matched)
                .param(page.size())
                .param(page.offset())
                .query(CallbackStore::entry)
                .list();
    }

    Entry entry(UUID id) {
        return database.sql("SELECT * FROM edge.callback WHERE id = ?")
                .param(id)
                .query(CallbackStore::entry)
                .single();
    }

    long count(@Nullable Boolean matched) {
        return database.sql("""
                        SELECT count(*) FROM edge.callback
                        WHERE CAST(? AS boolean) IS NULL OR coalesce(matched, false) = ?""").param(matched).param(matched).query(Long.class).single();
    }

    /** Forgets what is older than 30 days, and all but the newest of what belongs to nothing. */
    int forget() {
        int old = database.sql("DELETE FROM edge.callback WHERE received_at < now() - interval '30 days'")
                .update();
        return old + database.sql("""
                        DELETE FROM edge.callback WHERE matched IS NOT TRUE AND received_at < (
                            SELECT min(received_at) FROM (
                                SELECT received_at FROM edge.callback WHERE matched IS NOT TRUE
                                ORDER BY received_at DESC LIMIT ?) AS newest)""").param(KEPT_UNMATCHED).update();
    }

    private void conclude(UUID id, boolean matched, @Nullable String reason, @Nullable UUID payment) {
        int concluded = database.sql("UPDATE edge.callback SET matched = ?, reason = ?, payment_id = ? WHERE id = ?")
                .param(matched)
                .param(reason)
                .param(payment)
                .param(id)
                .update();
        if (concluded > 1) {
            throw new IllegalStateException("Two callbacks under one id");
        }
    }

    private StoredCallback stored(ResultSet row, int n) throws SQLException {
        return new StoredCallback(
                row.getObject("id", UUID.class),
                StoredCallback.Kind.of(row.getString("kind")),
                row.getString("token_hash"),
                envelope.open(row.getString("body")).orElse(null));
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                StoredCallback.Kind.of(row.getString("kind")),
                row.getString("body"),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("matched", Boolean.class),
                row.getString("reason"),
                row.getObject("payment_id", UUID.class));
    }
}
