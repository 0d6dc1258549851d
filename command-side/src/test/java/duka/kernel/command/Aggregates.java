package duka.kernel.command;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

/** One kind of aggregate in a real repository over an event store in memory, for what a fixture would hide. */
public final class Aggregates<T> {

    private final CommandGateway gateway;
    private final List<Object> published = new ArrayList<>();

    private Aggregates(Class<T> type, Cache cache) {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        store.subscribe(
                messages -> messages.stream().map(EventMessage::getPayload).forEach(published::add));
        EventSourcingRepository<T> repository = EventSourcingRepository.builder(type)
                .eventStore(store)
                .cache(cache)
                .build();
        CommandBus bus = SimpleCommandBus.builder().build();
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(repository)
                .build()
                .subscribe(bus);
        gateway = DefaultCommandGateway.builder().commandBus(bus).build();
    }

    /** Reads an aggregate's events for every command. */
    public static <T> Aggregates<T> of(Class<T> type) {
        return new Aggregates<>(type, NoCache.INSTANCE);
    }

    public static <T> Aggregates<T> cached(Class<T> type, Cache cache) {
        return new Aggregates<>(type, cache);
    }

    /** What the command answers; a refusal is thrown as it is. */
    public Object send(Object command) {
        return gateway.sendAndWait(command);
    }

    /** What happened since this was last asked. */
    public <E> List<E> takePublished(Class<E> type) {
        List<E> events = published.stream().map(type::cast).toList();
        published.clear();
        return events;
    }
}
