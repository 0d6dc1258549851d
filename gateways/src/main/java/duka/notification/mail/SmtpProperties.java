package duka.notification.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, {@code DUKA_SMTP_…} in the environment.
 *
 * @param host empty for none: then messages stay in the local outbox
 * @param user empty for a server that asks for nobody
 * @param from who the mails come from
 * @param tls whether the server must speak STARTTLS
 * @param timeout for connecting and for each answer
 */
@ConfigurationProperties("duka.smtp")
record SmtpProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("duka@localhost") String from,
        @DefaultValue("true") boolean tls,
        @DefaultValue("10s") Duration timeout) {

    boolean isThere() {
        return !host.isBlank();
    }

    boolean asksForUser() {
        return user != null && !user.isBlank();
    }

    /** Never a secret: this ends up in logs. */
    @Override
    public String toString() {
        return "Mail server " + host + ":" + port;
    }
}
