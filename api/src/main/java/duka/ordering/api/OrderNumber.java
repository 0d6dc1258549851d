package duka.ordering.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people call an order: {@code D-} and eight signs of Crockford's base 32. Unique in the shop by a claim. */
public record OrderNumber(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern WRITTEN = Pattern.compile("D-[0-9A-HJKMNP-TV-Z]{8}");
    private static final int SIGNS = 8;
    private static final int BITS_PER_SIGN = 5;

    public OrderNumber {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an order number: " + value);
        }
    }

    /** The number that forty random bits spell. */
    public static OrderNumber spell(long random) {
        StringBuilder number = new StringBuilder("D-");
        for (int sign = SIGNS - 1; sign >= 0; sign--) {
            number.append(ALPHABET.charAt((int) (random >>> (sign * BITS_PER_SIGN)) & 0x1F));
        }
        return new OrderNumber(number.toString());
    }

    public static Optional<OrderNumber> parse(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        return WRITTEN.matcher(upper).matches() ? Optional.of(new OrderNumber(upper)) : Optional.empty();
    }

    /** As M-Pesa prints it for the payer: without the hyphen, nine characters of the twelve that it allows. */
    public String accountReference() {
        return value.replace("-", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
