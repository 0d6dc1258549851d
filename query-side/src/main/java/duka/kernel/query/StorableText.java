package duka.kernel.query;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as PostgreSQL can keep it: without the sign U+0000, which JSON may spell and no column takes. One such sign in an
 * event must not keep a whole batch from being written.
 */
public final class StorableText {

    private static final String NUL = "\0";
    private static final String ESCAPED_NUL = "\\u0000";
    private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private StorableText() {}

    public static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace(NUL, "");
    }

    /** The same for a JSON document, which spells the sign as an escape. */
    static String ofJson(String document) {
        return document.contains(ESCAPED_NUL) ? ESCAPED.matcher(document).replaceAll("$1") : document;
    }

    /** What somebody typed, as a part of a {@code LIKE} pattern: in small letters, and none of it a wildcard. */
    public static String likePart(String typed) {
        return of(typed)
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
