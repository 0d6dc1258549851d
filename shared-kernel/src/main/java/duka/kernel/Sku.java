package duka.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stock keeping unit: the code of what is counted on the shelf, compared without case. It keeps the spelling that it
 * was given.
 */
public record Sku(String code) implements Comparable<Sku> {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Sku {
        if (!ALLOWED.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a SKU: " + code);
        }
    }

    public static Optional<Sku> parse(String written) {
        return ALLOWED.matcher(written).matches() ? Optional.of(new Sku(written)) : Optional.empty();
    }

    /** The spelling under which two SKUs are the same. */
    public String normalized() {
        return code.toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sku sku && normalized().equals(sku.normalized());
    }

    @Override
    public int hashCode() {
        return normalized().hashCode();
    }

    @Override
    public int compareTo(Sku other) {
        return normalized().compareTo(other.normalized());
    }

    @Override
    public String toString() {
        return code;
    }
}
