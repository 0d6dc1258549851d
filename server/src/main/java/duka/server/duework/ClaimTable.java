package duka.server.duework;

import duka.kernel.api.Claims;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Claims} as rows of {@code process.claim}. */
class ClaimTable implements Claims {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimTable.class);

    private final JdbcClient database;

    ClaimTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean claim(String kind, String value, UUID owner) {
        int inserted = database.sql(
                        "INSERT INTO process.claim (kind, value, owner) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(kind, value, owner)
                .update();
        return inserted == 1 || ownerOf(kind, value, owner);
    }

    @Override
    public void release(String kind, String value, UUID owner) {
        database.sql("DELETE FROM process.claim WHERE kind = ? AND value = ? AND owner = ?")
                .params(kind, value, owner)
                .update();
    }

    /** Frees what was claimed for something that never came to be: its command was refused, or its caller died. */
    void freeAbandoned() {
        int freed = database.sql("""
                        DELETE FROM process.claim c
                        WHERE c.claimed_at BETWEEN now() - interval '1 day' AND now() - interval '10 minutes'
                          AND NOT EXISTS (
                              SELECT FROM events.domain_event e WHERE e.aggregate_identifier = c.owner::text)
                          AND c.kind NOT LIKE 'payment.%'""").update();
        if (freed > 0) {
            LOG.info("Freed {} claims whose owner never came to be", freed);
        }
    }

    private boolean ownerOf(String kind, String value, UUID owner) {
        return database.sql("SELECT owner FROM process.claim WHERE kind = ? AND value = ?")
                .params(kind, value)
                .query(UUID.class)
                .optional()
                .filter(owner::equals)
                .isPresent();
    }
}
