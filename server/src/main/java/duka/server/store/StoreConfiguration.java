package duka.server.store;

import duka.server.CannotStart;
import duka.server.database.Durability;
import duka.server.database.PoolRole;
import duka.server.serialization.LogicalNameSerializer;
import duka.server.serialization.LogicalNames;
import duka.server.serialization.WireFormat;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLErrorCodesResolver;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotterFactoryBean;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store, the sagas and the snapshots: all in the one database, all by logical names. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final int CACHED_AGGREGATES = 20_000;
    private static final int EVENTS_PER_SNAPSHOT = 100;

    /** With commits in the order of positions a gap is a rollback: nobody needs to remember many of them. */
    private static final int MOST_GAPS = 100;

    @Bean
    LogicalNames logicalNames() {
        return LogicalNames.scan();
    }

    @Bean
    @Primary
    LogicalNameSerializer serializer(LogicalNames names, WireFormat format) {
        return new LogicalNameSerializer(names, format);
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(LogicalNameSerializer serializer) {
        return serializer;
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(LogicalNameSerializer serializer) {
        return serializer;
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            LogicalNameSerializer serializer,
            ConnectionProvider connections,
            TransactionManager transactions,
            Durability durability) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(connections)
                .transactionManager(transactions)
                // Axon's default for this engine knows no PostgreSQL: a conflict would read as a broken database.
                .persistenceExceptionResolver(new SQLErrorCodesResolver("PostgreSQL"))
                .dataType(byte[].class)
                .schema(schema())
                .maxGapOffset(MOST_GAPS);
        return new DurableEvents(builder, durability);
    }

    @Bean(destroyMethod = "shutDown")
    DukaEventStore eventStore(EventStorageEngine engine, Durability durability, JdbcClient database) {
        requireTurns(database);
        return DukaEventStore.on(engine, durability, PoolRole.PROJECTIONS.threads("event-fetch"));
    }

    @Bean
    Tail tail(DukaEventStore store) {
        return new Tail(store);
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, LogicalNameSerializer serializer) {
        SagaSchema schema = SagaSchema.builder()
                .sagaEntryTable("process.saga_entry")
                .serializedSagaColumn("serialized_saga")
                .associationValueEntryTable("process.association_value_entry")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .build();
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .sqlSchema(new GenericSagaSqlSchema(schema))
                .serializer(serializer)
                .build();
    }

    @Bean
    Cache aggregateCache() {
        return new BoundedCache(CACHED_AGGREGATES);
    }

    @Bean
    SnapshotTriggerDefinition aggregateSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    @Bean
    SpringAggregateSnapshotterFactoryBean snapshotter() {
        SpringAggregateSnapshotterFactoryBean factory = new SpringAggregateSnapshotterFactoryBean();
        factory.setExecutor(Executors.newSingleThreadExecutor(PoolRole.WORKERS.threads("snapshot")));
        return factory;
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("events.domain_event")
                .snapshotTable("events.snapshot")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .timestampColumn("time_stamp")
                .build();
    }

    /** Without its trigger the store would lose events to readers, silently: then it does not start. */
    private static void requireTurns(JdbcClient database) {
        boolean present = database.sql("""
                        SELECT count(*) FROM pg_trigger
                        WHERE tgrelid = 'events.domain_event'::regclass AND tgname = 'take_turn' AND tgenabled <> 'D'""").query(Integer.class).single() > 0;
        if (!present) {
            throw new CannotStart(
                    "events.domain_event has lost its trigger take_turn: events could be passed by unseen.");
        }
    }
}
