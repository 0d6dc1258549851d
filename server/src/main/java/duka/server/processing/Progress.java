package duka.server.processing;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Count and sum of the positions of the events that each group took; never without the token of the same batch. */
final class Progress {

    private final JdbcClient database;

    Progress(JdbcClient database) {
        this.database = database;
    }

    void add(String group, int segment, long events, long positions) {
        database.sql("""
                        INSERT INTO process.group_progress AS p (processor, segment, events, position_sum)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (processor, segment) DO UPDATE
                        SET events = p.events + excluded.events, position_sum = p.position_sum + excluded.position_sum""")
                .params(group, segment, events, BigDecimal.valueOf(positions))
                .update();
    }
}
