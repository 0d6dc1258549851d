package daraja.simulator.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Safaricom's clock on the wall, and the ways in which it is written down. */
public final class NairobiTime {

    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final DateTimeFormatter COMPACT = format("uuuuMMddHHmmss");
    private static final DateTimeFormatter DAY_FIRST = format("ddMMuuuuHHmmss");
    private static final DateTimeFormatter DATE = format("uuuuMMdd");
    private static final DateTimeFormatter DOTTED = format("dd.MM.uuuu HH:mm:ss");
    private static final DateTimeFormatter SPACED = format("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter ZULU = format("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private NairobiTime() {}

    /** {@code 20260923120503}, as in timestamps and transaction dates. */
    public static String compact(Instant at) {
        return COMPACT.format(at);
    }

    /** {@code 23092026120503}, as in CheckoutRequestIDs. */
    public static String dayFirst(Instant at) {
        return DAY_FIRST.format(at);
    }

    /** {@code 20260923}, as in ConversationIDs. */
    public static String date(Instant at) {
        return DATE.format(at);
    }

    /** {@code 23.09.2026 12:05:03}, as in payout results. */
    public static String dotted(Instant at) {
        return DOTTED.format(at);
    }

    /** Nairobi's wall clock with a Z that is not true: one way to read the Pull pages. */
    public static String falseZulu(Instant at) {
        return ZULU.format(at);
    }

    public static Instant parseCompact(String text) {
        return LocalDateTime.parse(text, COMPACT).atZone(NAIROBI).toInstant();
    }

    /** Reads {@code 2026-09-23 12:05:03}, as in Pull queries. */
    public static Instant parseSpaced(String text) {
        return LocalDateTime.parse(text, SPACED).atZone(NAIROBI).toInstant();
    }

    public static LocalDateTime wall(Instant at) {
        return LocalDateTime.ofInstant(at, NAIROBI);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern)
                .withResolverStyle(ResolverStyle.STRICT)
                .withZone(NAIROBI);
    }
}
