package duka.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Axon's event store, which remembers for each unit of work what was published in it. */
public final class DukaEventStore extends EmbeddedEventStore {

    private static final String PUBLISHED = "duka.published";
    private static final int CACHED_EVENTS = 5_000;

    /** How long an event of another process may stay unseen; one of this process is seen at once. */
    private static final long FETCH_DELAY_MILLIS = 250;

    private DukaEventStore(Builder builder) {
        super(builder);
    }

    static DukaEventStore on(EventStorageEngine engine, ThreadFactory threads) {
        Builder builder = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .cachedEvents(CACHED_EVENTS)
                .fetchDelay(FETCH_DELAY_MILLIS)
                .timeUnit(TimeUnit.MILLISECONDS)
                .threadFactory(threads)
                .optimizeEventConsumption(true);
        return new DukaEventStore(builder);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        CurrentUnitOfWork.ifStarted(unit -> {
            List<DomainEventMessage<?>> published = unit.getOrComputeResource(PUBLISHED, key -> new ArrayList<>());
            for (EventMessage<?> event : events) {
                if (event instanceof DomainEventMessage<?> ofAggregate) {
                    published.add(ofAggregate);
                }
            }
        });
        super.publish(events);
    }

    /** What aggregates published in this unit of work so far, in order. */
    public static List<DomainEventMessage<?>> publishedIn(UnitOfWork<?> unit) {
        return unit.getOrDefaultResource(PUBLISHED, List.of());
    }
}
