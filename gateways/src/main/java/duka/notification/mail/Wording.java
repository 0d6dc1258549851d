package duka.notification.mail;

import duka.kernel.PhoneNumber;
import duka.notification.api.Letter;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Puts letters into words, in English or Swahili. */
final class Wording {

    private static final Locale SWAHILI = Locale.of("sw");
    private static final Control ENGLISH_FOR_ALL_OTHERS = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String storefront;
    private final String shop;

    /** @param storefront the address below which links lead */
    Wording(String storefront, String shop) {
        this.storefront = storefront.replaceAll("/+$", "");
        this.shop = shop;
    }

    Worded mail(String address, Letter letter) {
        ResourceBundle words = words(letter);
        String subject = say(words, letter, "subject");
        String body = say(words, letter, "body");
        String link = storefront + letter.path();
        String text = "%s\n\n%s:\n%s\n\n%s\n".formatted(body, say(words, letter, "action"), link, shop);
        return new Worded(address, subject, text, html(words, letter, subject, body, link));
    }

    private String html(ResourceBundle words, Letter letter, String subject, String body, String link) {
        return """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;background:#f6f5f1;font:16px/1.5 sans-serif;color:#1c1b18">
            <div style="max-width:32rem;margin:0 auto;padding:2rem 1.5rem">
            <p style="font-weight:bold">%s</p>
            <div style="background:#ffffff;padding:1.5rem;border-radius:8px">
            <h1 style="font-size:1.25rem;margin-top:0">%s</h1>
            <p>%s</p>
            <p><a href="%s" style="display:inline-block;padding:.75rem 1.25rem;background:#14532d;color:#ffffff;\
            border-radius:6px;text-decoration:none">%s</a></p>
            <p style="font-size:.875rem;color:#5f5c54">%s<br>%s</p>
            </div></div></body></html>
            """.formatted(
                        words.getString("language"),
                        escaped(subject),
                        escaped(shop),
                        escaped(subject),
                        escaped(body),
                        escaped(link),
                        escaped(say(words, letter, "action")),
                        escaped(words.getString("or_open")),
                        escaped(link));
    }

    /** One line: each further part of a text message costs. */
    Worded text(PhoneNumber phone, Letter letter) {
        ResourceBundle words = words(letter);
        String line = "%s: %s %s".formatted(shop, say(words, letter, "body"), storefront + letter.path());
        return new Worded(phone.e164(), say(words, letter, "subject"), line, null);
    }

    private static String say(ResourceBundle words, Letter letter, String part) {
        String pattern = words.getString(letter.kind().name().toLowerCase(Locale.ROOT) + "." + part);
        return new MessageFormat(pattern, Locale.ENGLISH).format(letter.values().toArray());
    }

    private static ResourceBundle words(Letter letter) {
        boolean swahili = letter.language().getLanguage().equals(SWAHILI.getLanguage());
        return ResourceBundle.getBundle(
                "duka.notification.letters", swahili ? SWAHILI : Locale.ROOT, ENGLISH_FOR_ALL_OTHERS);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
