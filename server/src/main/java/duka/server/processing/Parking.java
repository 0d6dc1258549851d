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
    private final Turns turns;

    /** Almost always nothing is parked, and one look a second at that serves all events. */
    private final Cache<String, Boolean> anything =
            Caffeine.newBuilder().expireAfterWrite(LOOKED_AT).build();

    Parking(JdbcClient database, Serializer serializer, Turns turns, MeterRegistry metrics) {
        this.database = database;
        this.serializer = serializer;
        this.turns = turns;
        metrics.gauge("duka.parked.events", this, Parking::count);
    }

    boolean isParked(String processor, String sequence) {
        if (!anything.get(processor, this::holdsAnything)) {
            return false;
        }
        if (!hasParked(processor, sequence)) {
            return false;
        }
        turns.take(processor, sequence);
        return hasParked(processor, sequence);
    }

    /** @param tries how often it was tried; 0 if it only follows another */
    void park(String processor, EventMessage<?> event, String cause, int tries) {
        long position = event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElseThrow()
                : 0;
        database.sql("""
                        INSERT INTO process.parked (position, processor, sequenced_by, event_id, event_type, cause, tries)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        position,
                        processor,
                        Sequence.of(event),
                        event.getIdentifier(),
                        serializer.typeForClass(event.getPayloadType()).getName(),
                        cause,
                        tries)
                .update();
        anything.put(processor, true);
    }

    private boolean hasParked(String processor, String sequence) {
        return database.sql("SELECT count(*) FROM process.parked WHERE processor = ? AND sequenced_by = ?")
                        .params(processor, sequence)
                        .query(Integer.class)
                        .single()
                > 0;
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
