package duka.notification.api;

import java.util.List;
import java.util.Locale;

/**
 * What is to be said to somebody, before it is put into words.
 *
 * @param language English is spoken to everybody whose language the shop does not know
 * @param path where its link leads, below the storefront's address, beginning with a slash
 * @param values what the words have gaps for
 */
public record Letter(LetterKind kind, Locale language, String path, List<String> values) {

    /** Never the content: a path may carry a secret, and this ends up in logs. */
    @Override
    public String toString() {
        return "Letter[" + kind + "]";
    }
}
