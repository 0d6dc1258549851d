package duka.kernel;

import java.util.regex.Pattern;

/** An ISO 4217 currency, by its three letters. */
public record CurrencyCode(String code) {

    // Above the constants, which are made with it.
    private static final Pattern THREE_CAPITALS = Pattern.compile("[A-Z]{3}");

    public static final CurrencyCode KES = new CurrencyCode("KES");

    public CurrencyCode {
        if (!THREE_CAPITALS.matcher(code).matches()) {
            throw new IllegalArgumentException("A currency code has three capital letters: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
