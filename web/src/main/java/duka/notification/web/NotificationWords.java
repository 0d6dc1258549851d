package duka.notification.web;

import duka.kernel.Money;
import duka.notification.api.NotificationView;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** The words for each kind of news: English, or Swahili for those who ask for it. */
final class NotificationWords {

    private static final Locale SWAHILI = Locale.of("sw");
    private static final Control ENGLISH_FOR_ALL_OTHERS = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    private NotificationWords(Locale locale) {
        this.words = ResourceBundle.getBundle("duka.notification.words", locale, ENGLISH_FOR_ALL_OTHERS);
    }

    static NotificationWords in(Locale locale) {
        return new NotificationWords(locale.getLanguage().equals(SWAHILI.getLanguage()) ? SWAHILI : Locale.ROOT);
    }

    String title(NotificationView notification) {
        return text("title", notification);
    }

    String body(NotificationView notification) {
        return text("body", notification);
    }

    private String text(String part, NotificationView notification) {
        String pattern = words.getString(notification.kind().name().toLowerCase(Locale.ROOT) + "." + part);
        return new MessageFormat(pattern, Locale.ENGLISH)
                .format(new Object[] {notification.orderNumber().toString(), spelt(notification.amount())});
    }

    /** As prices are spelt in Kenya: {@code KES 3,250}, and cents only if there are some. */
    private static String spelt(@Nullable Money amount) {
        if (amount == null) {
            return "";
        }
        String decimal = amount.decimal();
        String whole = decimal.endsWith(".00") ? decimal.substring(0, decimal.length() - 3) : decimal;
        return amount.currency() + " " + whole.replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))", ",");
    }
}
