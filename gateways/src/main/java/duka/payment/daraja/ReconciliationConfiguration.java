package duka.payment.daraja;

import duka.kernel.api.DueWork;
import duka.payment.api.Reconciliations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what compares M-Pesa's books with ours. */
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

    @Bean
    StatementStore statementStore(
            JdbcClient database,
            PlatformTransactionManager transactions,
            @Qualifier("storedJson") JsonMapper storedJson,
            MeterRegistry metrics) {
        StatementStore store = new StatementStore(database, new TransactionTemplate(transactions), storedJson);
        Gauge.builder("duka.reconciliation.differences", store, StatementStore::differences)
                .description("Lines without a counterpart, of the newest day that was compared with M-Pesa's statement")
                .register(metrics);
        return store;
    }

    @Bean
    Reconciliations reconciliations(
            Statements statements,
            StatementStore store,
            QueryGateway queries,
            @Value("${duka.time-zone:Africa/Nairobi}") ZoneId zone,
            Clock clock) {
        return new Reconciler(statements, store, queries, zone, clock);
    }

    @Bean
    ReconcileDaily reconcileDaily(
            Reconciliations reconciliations,
            StatementStore store,
            DueWork dueWork,
            @Value("${duka.time-zone:Africa/Nairobi}") ZoneId zone,
            Clock clock) {
        return new ReconcileDaily(reconciliations, store, dueWork, zone, clock);
    }
}
