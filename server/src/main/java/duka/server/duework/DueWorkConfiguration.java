package duka.server.duework;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import duka.kernel.api.Claims;
import duka.kernel.api.DeadlineHandler;
import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import duka.server.crash.CrashPoints;
import duka.server.database.PoolRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The workers: db-scheduler for due work, one sweeper for deadlines and abandoned claims. */
@Configuration(proxyBeanMethods = false)
class DueWorkConfiguration {

    private static final int WORKERS = 10;
    private static final double FETCH_AT = 0.5;
    private static final double FETCH_UP_TO = 2.0;

    @Bean
    Claims claims(JdbcClient database) {
        return new ClaimTable(database);
    }

    @Bean
    DueWork dueWork(
            JdbcClient database,
            @Qualifier("storedJson") JsonMapper json,
            Clock clock,
            ObjectProvider<Scheduler> workers,
            ObjectProvider<CrashPoints> crashPoints) {
        DueWork table = new WorkTable(database, json, clock, workers::getObject);
        CrashPoints points = crashPoints.getIfAvailable();
        return points == null ? table : points.around(table);
    }

    @Bean
    DeadlineTable deadlines(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectProvider<DeadlineHandler> handlers,
            ObjectProvider<CrashPoints> crashPoints) {
        CrashPoints points = crashPoints.getIfAvailable();
        return new DeadlineTable(
                database,
                new TransactionTemplate(transactions),
                handlers.orderedStream()
                        .map(handler -> points == null ? handler : points.around(handler))
                        .toList());
    }

    @Bean(destroyMethod = "stop")
    Scheduler workers(
            DataSource dataSource,
            List<DueWorkHandler<?>> handlers,
            @Qualifier("storedJson") JsonMapper json,
            Clock clock,
            ObjectProvider<CrashPoints> crashPoints) {
        List<Task<?>> tasks = new ArrayList<>();
        for (DueWorkHandler<?> handler : handlers) {
            tasks.add(WorkTask.of(handler, json, clock));
        }
        SchedulerBuilder workers = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
                .tableName("process.scheduled_tasks")
                .serializer(new WorkJson(json))
                .executorService(Executors.newFixedThreadPool(WORKERS, PoolRole.WORKERS.threads("due-work")))
                .dueExecutor(Executors.newSingleThreadExecutor(PoolRole.WORKERS.threads("due-look")))
                .housekeeperExecutor(Executors.newScheduledThreadPool(3, PoolRole.WORKERS.threads("due-keep")))
                .pollUsingLockAndFetch(FETCH_AT, FETCH_UP_TO)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10));
        crashPoints.ifAvailable(points -> workers.addExecutionInterceptor(points.aroundWork()));
        return workers.build();
    }

    @Bean
    Sweeper sweeper(DeadlineTable deadlines, Claims claims, Scheduler workers) {
        return new Sweeper(deadlines, (ClaimTable) claims, workers);
    }

    @Bean
    HealthIndicator dueWorkHealthIndicator(Scheduler workers, JdbcClient database) {
        return () -> (workers.getSchedulerState().isStarted() ? Health.up() : Health.down())
                .withDetail("overdue", overdue(database))
                .build();
    }

    @Bean
    MeterBinder dueWorkMetrics(JdbcClient database) {
        return metrics -> {
            Gauge.builder("duka.due.work.overdue", database, DueWorkConfiguration::overdue)
                    .description("Pieces of work whose time came more than a minute ago")
                    .register(metrics);
            Gauge.builder("duka.due.work.waiting", database, DueWorkConfiguration::waiting)
                    .description("Pieces of work that are written down and not being done")
                    .register(metrics);
            Gauge.builder("duka.deadlines.overdue", database, DueWorkConfiguration::missed)
                    .description("Moments that came more than a minute ago and that nobody was told of")
                    .register(metrics);
        };
    }

    private static double waiting(JdbcClient database) {
        return database.sql("SELECT count(*) FROM process.scheduled_tasks WHERE NOT picked")
                .query(Double.class)
                .single();
    }

    private static double missed(JdbcClient database) {
        return database.sql("SELECT count(*) FROM process.deadline WHERE due_at < now() - interval '1 minute'")
                .query(Double.class)
                .single();
    }

    private static double overdue(JdbcClient database) {
        return database.sql("""
                        SELECT count(*) FROM process.scheduled_tasks
                        WHERE execution_time < now() - interval '1 minute' AND NOT picked""").query(Double.class).single();
    }
}
