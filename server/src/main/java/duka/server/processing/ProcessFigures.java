package duka.server.processing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of the checkouts under way, of what was parked of them, and of what staff must see to. */
final class ProcessFigures implements MeterBinder {

    private final JdbcClient database;
    private final Alarms alarms;

    ProcessFigures(JdbcClient database, Alarms alarms) {
        this.database = database;
        this.alarms = alarms;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        gauge(
                metrics,
                "duka.parked.orders",
                "Orders whose checkout stands still until staff retry it",
                db -> number(db, """
                SELECT count(DISTINCT (processor, sequenced_by)) FROM process.parked"""));
        gauge(metrics, "duka.checkouts", "Checkouts under way", db -> number(db, """
                SELECT count(*) FROM process.saga_entry"""));
        gauge(
                metrics,
                "duka.checkout.oldest.seconds",
                "Age of the oldest checkout that has not ended",
                db -> number(db, """
                SELECT coalesce((
                    SELECT extract(epoch FROM now() - started_at) FROM process.saga_entry
                    WHERE convert_from(serialized_saga, 'UTF8')::jsonb ->> 'step' <> 'ENDED'
                    ORDER BY started_at LIMIT 1), 0)"""));
        Gauge.builder("duka.alarms", alarms, all -> all.raised().size())
                .description("What staff must see to: readers that go on failing, dead letters that are full")
                .register(metrics);
    }

    private void gauge(MeterRegistry metrics, String name, String meaning, ToDoubleFunction<JdbcClient> figure) {
        Gauge.builder(name, database, figure).description(meaning).register(metrics);
    }

    private static double number(JdbcClient database, String sql) {
        return database.sql(sql).query(Double.class).single();
    }
}
