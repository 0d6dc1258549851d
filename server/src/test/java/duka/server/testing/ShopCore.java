package duka.server.testing;

import duka.server.DukaServer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The shop without its edge and its outside: aggregates, sagas, read models and all of the plumbing. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "duka",
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = DukaServer.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "duka\\.server\\..*Test\\$.*"),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = "duka\\.[a-z]+\\.(?!command|saga|query|database|duework|people|processing|serialization"
                            + "|store|testing)[a-z]+\\..*")
        })
@ConfigurationPropertiesScan("duka.server")
@EntityScan("org.axonframework.eventhandling.deadletter.jpa")
public class ShopCore {}
