package duka.server.processing;

import duka.server.serialization.LogicalNameSerializer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far each reader came, in the database that holds what it wrote. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Duration CLAIM = Duration.ofSeconds(10);

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, LogicalNameSerializer serializer) {
        return new CountingTokenStore(
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .contentType(byte[].class)
                        .claimTimeout(CLAIM)
                        .schema(TokenSchema.builder()
                                .setTokenTable("process.token_entry")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build()),
                ManagementFactory.getRuntimeMXBean().getName());
    }
}
