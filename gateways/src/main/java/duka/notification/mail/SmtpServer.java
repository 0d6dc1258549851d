package duka.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands mails to an SMTP server. What the server never began to take may be tried again; what broke off later may be on
 * its way. Its words are never logged: they name the reader.
 */
final class SmtpServer implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl sender;
    private final SmtpProperties properties;

    SmtpServer(SmtpProperties properties) {
        this.properties = properties;
        this.sender = sender(properties);
    }

    @Override
    public Outcome carry(Worded message) {
        try {
            sender.send(mime(message));
            return Outcome.TAKEN;
        } catch (MailAuthenticationException e) {
            LOG.error("{} does not know the shop's user or password", properties);
            return Outcome.NOT_NOW;
        } catch (MailSendException e) {
            return outcome(e);
        } catch (MailException | MessagingException e) {
            LOG.error("A mail cannot be written: {}", e.getClass().getSimpleName());
            return Outcome.REFUSED;
        }
    }

    private MimeMessage mime(Worded message) throws MessagingException {
        MimeMessage mime = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mime, true, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.from());
        helper.setTo(message.to());
        helper.setSubject(message.subject());
        String html = message.html();
        if (html == null) {
            helper.setText(message.text());
        } else {
            helper.setText(message.text(), html);
        }
        mime.setHeader("Auto-Submitted", "auto-generated");
        return mime;
    }

    /** Without failures only the farewell went wrong; a failure that is also the cause came before any message. */
    private static Outcome outcome(MailSendException thrown) {
        Exception[] failures = thrown.getMessageExceptions();
        if (failures.length == 0) {
            return Outcome.UNKNOWN;
        }
        Exception failure = failures[0];
        if (failure.equals(thrown.getCause())) {
            return Outcome.NOT_NOW;
        }
        return failure instanceof SendFailedException refused ? refusal(refused) : Outcome.UNKNOWN;
    }

    /** The server said no: for now, as to those it does not know yet, or for good. */
    private static Outcome refusal(SendFailedException refused) {
        for (Exception part = refused; part instanceof MessagingException message; part = message.getNextException()) {
            int code = switch (message) {
                case SMTPSendFailedException whole -> whole.getReturnCode();
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                default -> PERMANENT;
            };
            if (code < PERMANENT) {
                return Outcome.NOT_NOW;
            }
        }
        return Outcome.REFUSED;
    }

    private static JavaMailSenderImpl sender(SmtpProperties properties) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(properties.host());
        sender.setPort(properties.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties settings = sender.getJavaMailProperties();
        if (properties.asksForUser()) {
            sender.setUsername(properties.user());
            sender.setPassword(properties.password());
            settings.setProperty("mail.smtp.auth", "true");
        }
        String millis = Long.toString(properties.timeout().toMillis());
        settings.setProperty("mail.smtp.connectiontimeout", millis);
        settings.setProperty("mail.smtp.timeout", millis);
        settings.setProperty("mail.smtp.writetimeout", millis);
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(properties.tls()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return sender;
    }
}
