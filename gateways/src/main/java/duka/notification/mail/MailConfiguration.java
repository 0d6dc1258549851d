package duka.notification.mail;

import duka.identity.api.Languages;
import duka.identity.api.Lookups;
import duka.notification.api.Post;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the post together: a mail server if one is set, else the local outbox, which no shop in production has. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpProperties.class)
class MailConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    /** @throws IllegalStateException in production, where messages must reach their readers */
    @Bean
    @Conditional(NoMailServer.class)
    OutboxFolder localOutbox(@Value("${duka.data:data}") Path data, Clock clock, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("production needs DUKA_SMTP_HOST: the local outbox delivers nothing.");
        }
        LOG.info("Mails and texts stay in {}", data.resolve("outbox"));
        return new OutboxFolder(data.resolve("outbox"), PLAIN, clock);
    }

    @Bean
    Post post(
            JdbcClient database,
            SmtpProperties smtp,
            ObjectProvider<OutboxFolder> outbox,
            @Value("${duka.storefront-url:http://localhost:${duka.storefront-port:3000}}") String storefront,
            @Value("${duka.shop-name:Duka}") String shop) {
        Wording wording = new Wording(storefront, shop);
        OutboxFolder local = outbox.getIfAvailable();
        return local == null
                ? new PostOffice(database, wording, new SmtpServer(smtp), Optional.empty())
                : new PostOffice(database, wording, local.mails(), Optional.of(local.texts()));
    }

    @Bean
    OrderLetters orderLetters(QueryGateway queries, Post post, Languages languages, Lookups lookups) {
        return new OrderLetters(queries, post, languages, lookups);
    }

    /** Nobody said where mails go. */
    static final class NoMailServer implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("duka.smtp.host", "").isBlank();
        }
    }
}
