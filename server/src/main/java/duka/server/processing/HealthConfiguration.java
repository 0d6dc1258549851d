package duka.server.processing;

import duka.server.database.CommandLease;
import duka.server.database.PoolRole;
import duka.server.processing.Readers.Reader;
import duka.server.serialization.LogicalNameSerializer;
import duka.server.serialization.LogicalNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What readiness and metrics tell about the readers, their completeness and the right to decide. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** Everything is served, and something must be done. It counts neither as up nor as down. */
    private static final Status DEGRADED = new Status("DEGRADED");

    @Bean
    Readers readers(EventProcessingConfiguration processing, JdbcClient database, Clock clock, Stumbles stumbles) {
        return new Readers(processing, database, clock, stumbles);
    }

    @Bean
    Overview overview(JdbcClient database, Readers readers) {
        return new Overview(database, readers);
    }

    @Bean
    Completeness completeness(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Progress progress,
            EmbeddedEventStore events,
            LogicalNames names,
            LogicalNameSerializer serializer) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new Completeness(database, snapshot, progress, events, names, serializer);
    }

    @Bean
    ReadAgain readAgain(EventProcessingConfiguration processing) {
        return new ReadAgain(processing);
    }

    @Bean
    Alarms alarms(Readers readers, SetAside aside) {
        return new Alarms(readers, aside);
    }

    @Bean
    ProcessFigures processFigures(JdbcClient database, Alarms alarms) {
        return new ProcessFigures(database, alarms);
    }

    @Bean
    Rounds rounds(Completeness completeness, Alarms alarms) {
        return new Rounds(List.of(completeness::check, alarms::check), PoolRole.WORKERS.threads("rounds"));
    }

    @Bean
    Readership readership(
            JdbcClient database, PlatformTransactionManager transactions, Progress progress, LogicalNames names) {
        return new Readership(database, new TransactionTemplate(transactions), progress, names);
    }

    @Bean
    HealthIndicator readersHealthIndicator(Readers readers) {
        return () -> {
            List<Reader> all = readers.all();
            Health.Builder health = all.stream().allMatch(Reader::isWell) ? Health.up() : Health.down();
            all.forEach(reader -> health.withDetail(
                    reader.name(),
                    Map.of("running", reader.running(), "failing", reader.failing(), "lag", reader.lag())));
            return health.build();
        };
    }

    /** A difference is for staff to look at: the shop goes on selling meanwhile. */
    @Bean
    HealthIndicator completenessHealthIndicator(Completeness completeness) {
        return () -> {
            Health.Builder health = Health.up();
            completeness.differences().forEach(health::withDetail);
            return health.build();
        };
    }

    /** What is set aside waits for staff. A full queue stops its group at the next one, and that is told beforehand. */
    @Bean
    HealthIndicator deadLettersHealthIndicator(SetAside aside) {
        return () -> {
            List<String> full = aside.full();
            Health.Builder health = full.isEmpty() ? Health.up() : Health.status(DEGRADED);
            aside.counts().forEach((group, count) -> health.withDetail(group, count));
            return full.isEmpty()
                    ? health.build()
                    : health.withDetail("full", full).build();
        };
    }

    @Bean
    HealthIndicator commandLeaseHealthIndicator(CommandLease lease) {
        return () -> (lease.isHeld() ? Health.up() : Health.outOfService()).build();
    }

    /** The groups are known only once everything stands. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> readerMetrics(
            Readers readers, Completeness completeness, Progress progress, SetAside aside, MeterRegistry metrics) {
        return ready -> progress.groups().keySet().forEach(group -> {
            Gauge.builder("duka.reader.lag", readers, all -> all.lag(group))
                    .tag("group", group)
                    .description("Positions of the event store that the group has not seen")
                    .register(metrics);
            Gauge.builder(
                            "duka.reader.difference",
                            completeness,
                            all -> all.differences().getOrDefault(group, 0L))
                    .tag("group", group)
                    .description("Events that the group took more or less than there are for it")
                    .register(metrics);
            Gauge.builder("duka.dead.letters", aside, letters -> letters.count(group))
                    .tag("group", group)
                    .description("Events that the group set aside")
                    .register(metrics);
            Gauge.builder("duka.reader.failing", readers, all -> all.isFailing(group) ? 1 : 0)
                    .tag("group", group)
                    .description("1 if what the group does has failed for half a minute")
                    .register(metrics);
        });
    }
}
