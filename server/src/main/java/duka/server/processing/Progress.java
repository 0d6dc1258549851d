package duka.server.processing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Count and sum of the positions of the events that each group took; never without the token of the same batch. */
final class Progress {

    private final JdbcClient database;
    private final Map<String, Predicate<Class<?>>> groups = new ConcurrentHashMap<>();

    Progress(JdbcClient database) {
        this.database = database;
    }

    /** @param handles whether the group takes events of that payload type */
    void register(String group, Predicate<Class<?>> handles) {
        groups.put(group, handles);
    }

    Map<String, Predicate<Class<?>>> groups() {
        return Map.copyOf(groups);
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

    Sums taken(String group) {
        return database.sql("""
                        SELECT coalesce(sum(events), 0), coalesce(sum(position_sum), 0)
                        FROM process.group_progress WHERE processor = ?""")
                .param(group)
                .query((row, n) -> new Sums(row.getLong(1), row.getBigDecimal(2)))
                .single();
    }

    /** How many events, and the sum of their positions: two lists of events that agree in both are the same list. */
    record Sums(long events, BigDecimal positions) {

        static final Sums NONE = new Sums(0, BigDecimal.ZERO);

        Sums plus(Sums other) {
            return new Sums(events + other.events, positions.add(other.positions));
        }

        Sums plus(long position) {
            return plus(new Sums(1, BigDecimal.valueOf(position)));
        }

        boolean sameAs(Sums other) {
            return events == other.events && positions.compareTo(other.positions) == 0;
        }
    }
}
