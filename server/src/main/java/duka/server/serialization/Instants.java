package duka.server.serialization;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as they are stored: UTC, always with three digits of a second's fraction. */
final class Instants {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Instants() {}

    static String write(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static Instant read(String text) {
        return Instant.parse(text);
    }
}
