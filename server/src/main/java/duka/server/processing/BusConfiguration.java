package duka.server.processing;

import duka.kernel.web.Commands;
import duka.server.database.CommandLease;
import duka.server.serialization.LogicalNames;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    Commands edgeCommands(CommandBus bus, Reports reports) {
        return new EdgeCommands(bus, reports);
    }
}
