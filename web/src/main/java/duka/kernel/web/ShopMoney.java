package duka.kernel.web;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads amounts in the shop's one currency; what it refuses, the caller reads as a 400 about that field. */
@Component
public class ShopMoney {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,13}(\\.\\d{1,2}0*)?");

    private final CurrencyCode currency;

    ShopMoney(@Value("${duka.currency:KES}") String currency) {
        this.currency = new CurrencyCode(currency);
    }

    public CurrencyCode currency() {
        return currency;
    }

    /** @throws InvalidInput {@code currency_not_supported}, {@code not_whole_shillings} or {@code money_invalid} */
    public Money read(MoneyJson written, String field) {
        if (written.currency() == null || written.amount() == null) {
            throw invalid(field, "An amount and a currency are needed.");
        }
        if (!currency.code().equals(written.currency())) {
            throw InvalidInput.field(
                    field, "currency_not_supported", "This shop's currency is " + currency.code() + ".");
        }
        return read(written.amount(), field);
    }

    public @Nullable Money readNullable(@Nullable MoneyJson written, String field) {
        return written == null ? null : read(written, field);
    }

    /** A bare amount in the shop's currency, as query parameters give it. */
    public Money read(String amount, String field) {
        if (!DECIMAL.matcher(amount).matches()) {
            throw invalid(field, "An amount is a decimal number such as \"1499.00\".");
        }
        Money money = new Money(new BigDecimal(amount).movePointRight(2).longValueExact(), currency);
        if (money.isNegative()) {
            throw invalid(field, "An amount cannot be negative.");
        }
        if (currency.equals(CurrencyCode.KES) && !money.isWhole()) {
            throw InvalidInput.field(field, "not_whole_shillings", "Amounts in KES are whole shillings.");
        }
        return money;
    }

    private static InvalidInput invalid(String field, String message) {
        return InvalidInput.field(field, "money_invalid", message);
    }
}
