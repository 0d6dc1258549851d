package daraja.simulator.wallet;

import java.util.regex.Pattern;

/** A phone number as M-PESA writes it: {@code 2547XXXXXXXX} or {@code 2541XXXXXXXX}. */
public final class Msisdn {

    private static final Pattern FORM = Pattern.compile("(?:\\+?254|0)([17]\\d{8})");

    private Msisdn() {}

    /** Takes {@code +254}, {@code 254} and {@code 0} in front. */
    public static String of(String written) {
        var match = FORM.matcher(written.replace(" ", ""));
        if (!match.matches()) {
            throw new IllegalArgumentException("not a Kenyan mobile number");
        }
        return "254" + match.group(1);
    }
}
