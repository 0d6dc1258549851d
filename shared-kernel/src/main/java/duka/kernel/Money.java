package duka.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount in the hundredth part of a currency (KES 14.99 is 1499). It may be negative, as a difference is.
 *
 * <p>Adding different currencies is a bug of the caller and throws {@link IllegalArgumentException}; leaving the range
 * of a {@code long} throws {@link ArithmeticException}.
 */
public record Money(long minorUnits, CurrencyCode currency) implements Comparable<Money> {

    private static final int MINOR_PER_MAJOR = 100;

    public static Money zero(CurrencyCode currency) {
        return new Money(0, currency);
    }

    /** Whole shillings, or whole units of any other currency of two decimals. */
    public static Money ofMajor(long major, CurrencyCode currency) {
        return new Money(Math.multiplyExact(major, MINOR_PER_MAJOR), currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
    }

    public Money times(int quantity) {
        return new Money(Math.multiplyExact(minorUnits, quantity), currency);
    }

    /**
     * The tax inside a price that includes it, at a rate in whole percent: amount × rate ÷ (100 + rate), half up. This
     * is the one place where money is rounded.
     */
    public Money includedTax(int ratePercent) {
        BigDecimal tax = BigDecimal.valueOf(minorUnits)
                .multiply(BigDecimal.valueOf(ratePercent))
                .divide(BigDecimal.valueOf(100L + ratePercent), 0, RoundingMode.HALF_UP);
        return new Money(tax.longValueExact(), currency);
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** Whether nothing is left below the whole unit, as M-Pesa demands. */
    public boolean isWhole() {
        return minorUnits % MINOR_PER_MAJOR == 0;
    }

    /** The whole units; a remainder is refused, never cut off. */
    public long wholeUnits() {
        if (!isWhole()) {
            throw new ArithmeticException("Not a whole amount: " + this);
        }
        return minorUnits / MINOR_PER_MAJOR;
    }

    /** The amount as people write it, with two decimals and no separators: {@code 1499.00}. */
    public String decimal() {
        return BigDecimal.valueOf(minorUnits, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other).minorUnits);
    }

    @Override
    public String toString() {
        return currency + " " + decimal();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
        return other;
    }
}
