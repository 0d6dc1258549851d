package duka.server.processing;

import duka.kernel.api.ReadModelListener;
import duka.server.database.PoolRole;
import duka.server.serialization.LogicalNameSerializer;
import duka.server.store.Tail;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.deadletter.jpa.JpaSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Runs every group of event handlers as {@link Group} says: all from the tail of the store, all rung by its end. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    @Bean
    Reports reports(ObjectProvider<ReadModelListener> listeners) {
        return new Reports(listeners::stream);
    }

    @Bean
    StoredHistory history(
            EmbeddedEventStore store, Reports reports, JdbcClient database, LogicalNameSerializer serializer) {
        return new StoredHistory(store, reports, database, serializer);
    }

    @Bean
    Progress progress(JdbcClient database) {
        return new Progress(database);
    }

    @Bean
    Stumbles stumbles(Clock clock) {
        return new Stumbles(clock);
    }

    @Bean
    SetAside setAside(JdbcClient database) {
        return new SetAside(database);
    }

    @Bean
    Turns turns(JdbcClient database) {
        return new Turns(database);
    }

    @Bean
    Parking parking(JdbcClient database, LogicalNameSerializer serializer, Turns turns, MeterRegistry metrics) {
        return new Parking(database, serializer, turns, metrics);
    }

    @Bean
    Retries retries(SetAside aside, Turns turns, EmbeddedEventStore events) {
        return new Retries(aside, turns, events, PoolRole.PROCESS.threads("retry"));
    }

    @Bean
    ConfigurerModule processors(
            Tail tail,
            Progress progress,
            Reports reports,
            Stumbles stumbles,
            Parking parking,
            Retries retries,
            Turns turns,
            TokenStore tokens,
            TransactionManager transactions,
            MeterRegistry metrics,
            EntityManagerFactory entities,
            LogicalNameSerializer serializer) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing
                    .registerDefaultSequencingPolicy(config -> new Sequence())
                    .registerDefaultListenerInvocationErrorHandler(config -> PropagatingErrorHandler.instance())
                    .registerDefaultErrorHandler(config -> PropagatingErrorHandler.instance())
                    .registerDefaultDeadLetterPolicy(config -> new OnlyFaultsAreSetAside())
                    .registerDeadLetterQueueProvider(group -> {
                        if (Group.of(group) == Group.PROCESS) {
                            return null;
                        }
                        // Else each event asks the database whether an earlier one of its row was set aside.
                        processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                                group, (config, invoker) -> invoker.enableSequenceIdentifierCache());
                        return config -> deadLetters(group, entities, transactions, serializer, turns);
                    })
                    .registerEventProcessorFactory((name, config, handlers) -> {
                        retries.register(name, new Handling(name, handlers, config, transactions, reports));
                        return processor(
                                name,
                                handlers,
                                config,
                                tail,
                                progress,
                                reports,
                                stumbles,
                                parking,
                                tokens,
                                transactions,
                                metrics);
                    });
        };
    }

    private static EventProcessor processor(
            String name,
            EventHandlerInvoker handlers,
            Configuration config,
            Tail tail,
            Progress progress,
            Reports reports,
            Stumbles stumbles,
            Parking parking,
            TokenStore tokens,
            TransactionManager transactions,
            MeterRegistry metrics) {
        Group group = Group.of(name);
        EventHandlerInvoker invoker = group == Group.PROCESS ? new OrderedSagas(name, handlers, parking) : handlers;
        Predicate<Class<?>> handled = type -> handlers.canHandle(Probe.of(type), Segment.ROOT_SEGMENT);
        progress.register(name, handled);
        if (group == Group.PROJECTION || group == Group.FIGURES) {
            reports.register(name, group == Group.PROJECTION ? handlers::canHandleType : type -> false);
        }
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(tail.heardBy(name, handled, group.pause()))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialSegmentCount(group.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(group.batch())
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .coordinatorExecutor(executor(config, group.role(), "order-" + name, 1))
                .workerExecutor(executor(config, group.role(), name, group.segments()))
                .build();
        processor.registerHandlerInterceptor(new SystemActor(name));
        processor.registerHandlerInterceptor(new Bookkeeping(name, progress, reports, stumbles, metrics));
        return processor;
    }

    private static ScheduledExecutorService executor(Configuration config, PoolRole role, String name, int threads) {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(threads, role.threads(name));
        config.onShutdown(executor::shutdown);
        return executor;
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group,
            EntityManagerFactory entities,
            TransactionManager transactions,
            LogicalNameSerializer serializer,
            Turns turns) {
        var entityManager = SharedEntityManagerCreator.createSharedEntityManager(entities);
        return new ToldDeadLetters(
                group,
                JpaSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(group)
                        .maxSequences(SetAside.MOST_SEQUENCES)
                        .maxSequenceSize(SetAside.MOST_OF_A_SEQUENCE)
                        .entityManagerProvider(() -> entityManager)
                        .transactionManager(transactions)
                        .genericSerializer(serializer)
                        .eventSerializer(serializer)
                        .build(),
                turns);
    }
}
