package duka.catalog.web;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in an address. */
final class Slugs {

    static final String PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*";
    static final int MAX_LENGTH = 120;

    private Slugs() {}

    /** {@code Café au Lait, 250 g} becomes {@code cafe-au-lait-250-g}; a name without any letter or digit gives {@code item}. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String slug = trimmed(plain);
        return slug.isEmpty() ? "item" : slug;
    }

    /** The n-th choice for a name whose slug is taken: {@code lamp}, {@code lamp-2}, {@code lamp-3}. */
    static String numbered(String slug, int n) {
        if (n == 1) {
            return slug;
        }
        String suffix = "-" + n;
        int room = MAX_LENGTH - suffix.length();
        return trimmed(slug.length() > room ? slug.substring(0, room) : slug) + suffix;
    }

    private static String trimmed(String slug) {
        String cut = slug.length() > MAX_LENGTH ? slug.substring(0, MAX_LENGTH) : slug;
        return cut.replaceAll("^-+|-+$", "");
    }
}
