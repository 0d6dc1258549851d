package duka.server.processing;

import duka.kernel.api.AsksForLatest;
import duka.kernel.web.Commands;
import duka.server.database.CommandLease;
import duka.server.serialization.LogicalNames;
import duka.server.store.Tail;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens around every command, and how the edge sends its own. */
@Configuration(proxyBeanMethods = false)
class BusConfiguration {

    @Bean
    CorrelationDataProvider origin() {
        return new Origin();
    }

    @Bean
    ConfigurerModule aroundEveryCommand(CommandLease lease, LogicalNames names, MeterRegistry metrics) {
        return configurer -> configurer.onInitialize(config -> config.onStart(() -> {
            config.commandBus().registerHandlerInterceptor(new Timings(names, metrics));
            config.commandBus().registerHandlerInterceptor((unit, chain) -> {
                lease.require();
                return chain.proceed();
            });
            config.commandBus().registerHandlerInterceptor(new Refusals());
        }));
    }

    @Bean
    CatchUp catchUp(Readers readers, Progress progress, LogicalNames names, Tail tail, JdbcClient database) {
        return new CatchUp(readers, progress, names, tail, database);
    }

    /** The queries are wired before the readers are, so the latter are asked for late. */
    @Bean
    ConfigurerModule beforeEveryAnswer(ObjectProvider<CatchUp> catchUp) {
        return configurer -> configurer.onInitialize(config ->
                config.onStart(() -> config.queryBus().registerHandlerInterceptor((unit, chain) -> {
                    if (unit.getMessage().getPayload() instanceof AsksForLatest question) {
                        catchUp.getObject().with(question.toldBy());
                    }
                    return chain.proceed();
                })));
    }

    @Bean
    Commands edgeCommands(CommandBus bus, Reports reports) {
        return new EdgeCommands(bus, reports);
    }
}
