package duka.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Kenyan mobile number in the one form in which it is kept: {@code +2547XXXXXXXX} or {@code +2541XXXXXXXX}. */
public record PhoneNumber(String e164) {

    private static final Pattern KEPT = Pattern.compile("\\+254[17]\\d{8}");
    private static final Pattern WRITTEN = Pattern.compile("(?:\\+?254|0)([17]\\d{8})");

    public PhoneNumber {
        if (!KEPT.matcher(e164).matches()) {
            throw new IllegalArgumentException("Not a Kenyan mobile number");
        }
    }

    /** Reads {@code 07…}, {@code 01…}, {@code +254…} and {@code 254…}, with spaces or hyphens; else nothing. */
    public static Optional<PhoneNumber> parse(String written) {
        var digits = WRITTEN.matcher(written.strip().replaceAll("[ \\-]", ""));
        return digits.matches() ? Optional.of(new PhoneNumber("+254" + digits.group(1))) : Optional.empty();
    }

    /** As M-Pesa writes it: {@code 2547XXXXXXXX}. */
    public String msisdn() {
        return e164.substring(1);
    }

    /** As people other than its owner may see it: {@code +2547*****000}. */
    public String masked() {
        return e164.substring(0, 5) + "*****" + e164.substring(10);
    }

    @Override
    public String toString() {
        return masked();
    }
}
