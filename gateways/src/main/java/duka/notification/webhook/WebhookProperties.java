package duka.notification.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the servers of others are told, {@code DUKA_WEBHOOKS_…} in the environment.
 *
 * @param timeout for one message and its answer
 */
@ConfigurationProperties("duka.webhooks")
record WebhookProperties(@DefaultValue("15s") Duration timeout) {}
