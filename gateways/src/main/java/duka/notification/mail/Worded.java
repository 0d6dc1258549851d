package duka.notification.mail;

import org.jspecify.annotations.Nullable;

/**
 * A message in its words.
 *
 * @param to an e-mail address or a phone number
 * @param subject what a text message shows nowhere
 * @param html only mails have it
 */
record Worded(
        String to, String subject, String text, @Nullable String html) {

    /** Never the content: this ends up in logs. */
    @Override
    public String toString() {
        return "Worded[…]";
    }
}
