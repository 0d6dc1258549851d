package duka.notification.webhook;

import duka.identity.api.Lookups;
import duka.kernel.api.DueWork;
import duka.kernel.api.History;
import duka.kernel.outside.Targets;
import duka.notification.api.WebhookMessages;
import duka.notification.api.Webhooks;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together how the servers of others are told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    @Bean
    Sender webhookSender(Targets targets, WebhookProperties properties) {
        return new Sender(targets, properties.timeout());
    }

    @Bean
    EndpointTable webhookEndpoints(JdbcClient database, Lookups lookups, Clock clock) {
        return new EndpointTable(
                database,
                Encryptors.delux(lookups.hmac("webhook-seal", "key-1"), lookups.hmac("webhook-seal", "salt-1")),
                clock);
    }

    @Bean
    DeliveryTable webhookDeliveries(JdbcClient database, Clock clock) {
        return new DeliveryTable(database, clock);
    }

    @Bean
    Webhooks webhooks(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            Targets targets,
            DueWork dueWork,
            History history,
            PlatformTransactionManager transactions) {
        return new WebhookDesk(endpoints, deliveries, targets, dueWork, history, new TransactionTemplate(transactions));
    }

    @Bean
    Following webhookFollowing(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            WebhookMessages messages,
            History history,
            DueWork dueWork,
            PlatformTransactionManager transactions) {
        return new Following(endpoints, deliveries, messages, history, dueWork, new TransactionTemplate(transactions));
    }

    @Bean
    LookingAfter webhookLookingAfter(EndpointTable endpoints, DeliveryTable deliveries, DueWork dueWork) {
        return new LookingAfter(endpoints, deliveries, dueWork);
    }

    @Bean
    Replaying webhookReplaying(
            EndpointTable endpoints, Following following, DueWork dueWork, PlatformTransactionManager transactions) {
        return new Replaying(endpoints, following, dueWork, new TransactionTemplate(transactions));
    }

    @Bean
    Delivering webhookDelivering(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            WebhookMessages messages,
            History history,
            Sender sender,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Delivering(
                endpoints, deliveries, messages, history, sender, new TransactionTemplate(transactions), clock);
    }
}
