package duka.server.processing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The orders that a process has stopped on ({@code process.parked}), for staff to look at. */
final class Parking {

    private static final Duration LOOKED_AT = Duration.ofSeconds(1);

    private final JdbcClient database;
    private final Serializer serializer;

    /** Almost always nothing is parked, and one look a second at that serves all events. */
    private final Cache<String, Boolean> anything =
            Caffeine.newBuilder().expireAfterWrite(LOOKED_AT).build();

    Parking(JdbcClient database, Serializer serializer, MeterRegistry metrics) {
        this.database = database;
        this.serializer = serializer;
        metrics.gauge("duka.parked.events", this, Parking::count);
    }

    boolean isParked(String processor, String sequence) {
        if (!anything.get(processor, this::holdsAnything)) {
            return false;
        }
        return database.sql("SELECT count(*) FROM process.parked WHERE processor = ? AND sequenced_by = ?")
                        .params(processor, sequence)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void park(String processor, EventMessage<?> event, String cause) {
        long position = event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElseThrow()
                : 0;
        database.sql("""
                        INSERT INTO process.parked (position, processor, sequenced_by, event_id, event_type, cause)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        position,
                        processor,
                        Sequence.of(event),
                        event.getIdentifier(),
                        serializer.typeForClass(event.getPayloadType()).getName(),
                        cause)
                .update();
        anything.put(processor, true);
    }

    private boolean holdsAnything(String processor) {
        return database.sql("SELECT EXISTS (SELECT FROM process.parked WHERE processor = ?)")
                .param(processor)
                .query(Boolean.class)
                .single();
    }

    private double count() {
        return database.sql("SELECT count(*) FROM process.parked")
                .query(Double.class)
                .single();
    }
}
