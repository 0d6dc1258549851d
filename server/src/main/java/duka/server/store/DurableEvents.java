package duka.server.store;

import duka.server.database.Durability;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/**
 * Shows readers only events that are on the disk. Those who append commit before that, and a reader that acted on an
 * event which a crash then took back would have acted on nothing.
 */
final class DurableEvents extends JdbcEventStorageEngine {

    private final Durability durability;
    private volatile long durable;

    DurableEvents(Builder builder, Durability durability) {
        super(builder);
        this.durability = durability;
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken after, int most) {
        long session = durability.session();
        List<? extends TrackedEventData<?>> events = super.fetchTrackedEvents(after, most);
        if (!events.isEmpty()) {
            long newest = events.getLast().trackingToken().position().orElse(Long.MAX_VALUE);
            if (newest > durable) {
                durability.await(session);
                durable = newest;
            }
        }
        return events;
    }
}
