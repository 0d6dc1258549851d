package duka.kernel.web;

import duka.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on the wire: {@code {"amount":"1499.00","currency":"KES"}}. Requests are read by {@link ShopMoney}.
 *
 * @param amount a decimal string; {@code null} only in a request that leaves it out
 */
public record MoneyJson(@Nullable String amount, @Nullable String currency) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.decimal(), money.currency().code());
    }

    public static @Nullable MoneyJson ofNullable(@Nullable Money money) {
        return money == null ? null : of(money);
    }
}
