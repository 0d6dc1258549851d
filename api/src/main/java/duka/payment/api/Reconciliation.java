package duka.payment.api;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.ordering.api.OrderNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day's payments as M-Pesa lists them, compared by receipt with what the shop believes. Only money that came in is
 * compared: the list has no reversals and no payouts, so refunds lower neither total.
 *
 * @param date a day of the shop
 * @param madeAt when M-Pesa was asked
 * @param closed whether the day was over long enough that nothing changes any more, and so this was kept
 * @param matched how many receipts both sides have, over the same amount
 * @param providerTotal all that M-Pesa lists
 * @param ledgerTotal all that the shop believes it was paid by M-Pesa that day
 */
public record Reconciliation(
        LocalDate date,
        Instant madeAt,
        boolean closed,
        int matched,
        List<MoneyWithoutOrder> moneyWithoutOrder,
        List<OrderWithoutMoney> orderWithoutMoney,
        Money providerTotal,
        Money ledgerTotal) {

    /**
     * M-Pesa lists it, and no order knows the receipt, or knows it over another amount.
     *
     * @param accountReference what the payer gave as the account, a phone number masked
     */
    public record MoneyWithoutOrder(
            String receipt,
            Money amount,
            @Nullable Instant at,
            @Nullable String phoneMasked,
            @Nullable String accountReference) {}

    /**
     * An order counts as paid, and M-Pesa does not list that, or lists it over another amount.
     *
     * @param receipt {@code null} if only a query ever said that it was paid
     */
    public record OrderWithoutMoney(
            OrderId orderId,
            OrderNumber number,
            PaymentId paymentId,
            @Nullable String receipt,
            Money amount,
            Instant at) {}
}
