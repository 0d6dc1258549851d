package duka.ordering.api;

import duka.cart.api.CartId;
import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed when an order was placed; none of it changes later but address and notes.
 *
 * @param customerId the account that bought, or {@code null} for a guest
 * @param person under whose key the personal fields are sealed
 * @param lines one per SKU; in imported history one per SKU and price
 * @param taxIncluded the value added tax inside the total
 * @param phone the M-Pesa phone to prompt at once, or {@code null} if the payer will name one later
 * @param occurredAt when it was placed, in imported history alone
 */
public record OrderContent(
        OrderNumber number,
        @Nullable AccountId customerId,
        PersonId person,
        CartId cartId,
        List<OrderLine> lines,
        Money subtotal,
        Money shippingFee,
        Money taxIncluded,
        Money total,
        ShippingAddress shippingAddress,
        String shippingMethod,
        PaymentMethod paymentMethod,
        @Nullable Personal phone,
        @Nullable Personal email,
        @Nullable Personal notes,
        @Nullable Instant occurredAt) {}
