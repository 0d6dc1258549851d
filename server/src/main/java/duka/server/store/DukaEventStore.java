package duka.server.store;

import duka.server.database.Durability;
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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's event store, which remembers for each unit of work what was published in it, and has the publisher wait after
 * the commit until that is on the disk.
 */
public final class DukaEventStore extends EmbeddedEventStore {

    private static final String PUBLISHED = "duka.published";
    private static final int CACHED_EVENTS = 5_000;

    /** How long an event of another process may stay unseen; one of this process is seen at once. */
    private static final long FETCH_DELAY_MILLIS = 250;

    private final Durability durability;

    private DukaEventStore(Builder builder, Durability durability) {
        super(builder);
        this.durability = durability;
    }

    static DukaEventStore on(EventStorageEngine engine, Durability durability, ThreadFactory threads) {
        Builder builder = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .cachedEvents(CACHED_EVENTS)
                .fetchDelay(FETCH_DELAY_MILLIS)
                .timeUnit(TimeUnit.MILLISECONDS)
                .threadFactory(threads)
                .optimizeEventConsumption(true);
        return new DukaEventStore(builder, durability);
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
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            waitAfterCommit();
            super.publish(events);
        } else {
            long session = durability.session();
            super.publish(events);
            durability.await(session);
        }
    }

    private void waitAfterCommit() {
        if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(OnDisk.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new OnDisk(durability.session()));
        }
    }

    /** Between the commit of a transaction and the answer of whoever made it. */
    private final class OnDisk implements TransactionSynchronization {

        private final long session;

        OnDisk(long session) {
            this.session = session;
        }

        @Override
        public void afterCommit() {
            // Readers are woken meanwhile: they wait for the same write.
            DukaEventStore.super.afterCommit(List.of());
            durability.await(session);
        }
    }

    /** What aggregates published in this unit of work so far, in order. */
    public static List<DomainEventMessage<?>> publishedIn(UnitOfWork<?> unit) {
        return unit.getOrDefaultResource(PUBLISHED, List.of());
    }
}
