package duka.notification.api;

import duka.kernel.api.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where messages stay that nobody delivers, in development. */
public interface LocalOutbox {

    /** The newest first. */
    Kept list(PageRequest page);

    /** @param messages one page of them */
    record Kept(long count, List<Message> messages) {}

    /**
     * A message as it would have gone out.
     *
     * @param to an e-mail address or a phone number
     * @param html only mails have it
     * @param channel {@code mail} or {@code sms}
     */
    record Message(
            UUID id,
            String to,
            String subject,
            String text,
            @Nullable String html,
            Instant at,
            String channel) {

        /** Never the content: this ends up in logs. */
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }
}
