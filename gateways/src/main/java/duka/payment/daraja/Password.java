package duka.payment.daraja;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** What proves one request about prompts: a moment in Nairobi, and the passkey mixed with that same moment. */
record Password(String timestamp, String value) {

    static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(NAIROBI);

    /** The clock is read once, so that both fields carry the same second. */
    static Password at(Clock clock, String shortcode, String passkey) {
        return of(timestamp(clock.instant()), shortcode, passkey);
    }

    static Password of(String timestamp, String shortcode, String passkey) {
        byte[] mixed = (shortcode + passkey + timestamp).getBytes(StandardCharsets.US_ASCII);
        return new Password(timestamp, Base64.getEncoder().encodeToString(mixed));
    }

    static String timestamp(Instant at) {
        return COMPACT.format(at);
    }

    @Override
    public String toString() {
        return "Password[" + timestamp + "]";
    }
}
