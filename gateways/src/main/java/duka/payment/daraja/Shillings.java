package duka.payment.daraja;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** Amounts as Safaricom writes them: {@code 1}, {@code 1.00}, {@code "5.00"}. */
final class Shillings {

    private Shillings() {}

    /** The exact amount, or nothing if the text is none; cents stay, so that they differ from what was asked. */
    static Optional<Money> parse(String written) {
        try {
            long cents = new BigDecimal(written.strip()).movePointRight(2).longValueExact();
            return Optional.of(new Money(cents, CurrencyCode.KES));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
