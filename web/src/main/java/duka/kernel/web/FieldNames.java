package duka.kernel.web;

import java.util.Locale;
import java.util.regex.Pattern;

/** Field names of Java as callers know them. */
final class FieldNames {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    private FieldNames() {}

    static String snake(String javaName) {
        return HUMP.matcher(javaName).replaceAll(hump -> "_" + hump.group(1)).toLowerCase(Locale.ROOT);
    }
}
