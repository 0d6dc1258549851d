package duka.server.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a server that was killed still holds by name: the tokens of its readers and the work that its workers had begun.
 * Whoever has the {@link CommandLease} is alone, so nobody lives who could go on with them, and none of them has to wait
 * until the dead one's claims have aged.
 */
final class Leftovers {

    private Leftovers() {}

    static void release(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("UPDATE process.token_entry SET owner = NULL WHERE owner IS NOT NULL")
                .update();
        jdbc.sql("""
                        UPDATE process.scheduled_tasks
                        SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1
                        WHERE picked""").update();
    }
}
