package duka.notification.mail;

import duka.kernel.PhoneNumber;
import duka.notification.api.Letter;
import duka.notification.api.NotPosted;
import duka.notification.api.Post;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sees to it that each message goes out at most once. Its mark is committed before the carrier is called; only when the
 * carrier surely did nothing is it wiped away again. So a crash in between loses a message, and never doubles one.
 */
final class PostOffice implements Post {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);

    private final JdbcClient database;
    private final Wording wording;
    private final Carrier mails;
    private final Optional<SmsGateway> texts;

    PostOffice(JdbcClient database, Wording wording, Carrier mails, Optional<SmsGateway> texts) {
        this.database = database;
        this.wording = wording;
        this.mails = mails;
        this.texts = texts;
    }

    @Override
    public void mail(String id, String address, Letter letter) {
        if (begin(id, "mail")) {
            carried(id, "mail", letter, mails.carry(wording.mail(address, letter)));
        }
    }

    @Override
    public void text(String id, PhoneNumber phone, Letter letter) {
        if (texts.isPresent() && begin(id, "sms")) {
            carried(id, "sms", letter, texts.get().carry(wording.text(phone, letter)));
        }
    }

    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT11M")
    void sweep() {
        database.sql("DELETE FROM edge.posted WHERE begun_at < now() - interval '90 days'")
                .update();
    }

    private void carried(String id, String channel, Letter letter, Carrier.Outcome outcome) {
        switch (outcome) {
            case TAKEN -> LOG.debug("{} went out by {}", letter.kind(), channel);
            case NOT_NOW -> {
                wipe(id, channel);
                throw new NotPosted("The server for messages by " + channel + " takes none at present");
            }
            case REFUSED -> LOG.warn("{} was refused by {} for good", letter.kind(), channel);
            case UNKNOWN ->
                LOG.warn("{} may or may not have gone out by {}; it is not sent again", letter.kind(), channel);
        }
    }

    private boolean begin(String id, String channel) {
        return database.sql("INSERT INTO edge.posted (id, channel) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(id, channel)
                        .update()
                == 1;
    }

    private void wipe(String id, String channel) {
        database.sql("DELETE FROM edge.posted WHERE id = ? AND channel = ?")
                .params(id, channel)
                .update();
    }
}
