package duka.payment.api;

import duka.kernel.Money;
import duka.kernel.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Money of past trade: it came and went long ago, and nobody is asked for it or given it now. */
public sealed interface PastMoneyCommand {

    PaymentId paymentId();

    /** An imported order was paid. Silent when that is known; refused with {@code id_taken} for another amount. */
    record ImportPayment(
            @TargetAggregateIdentifier PaymentId paymentId,
            OrderId orderId,
            Money amount,
            String accountReference,
            Instant occurredAt)
            implements PastMoneyCommand {}

    /**
     * Some of it was given back. Silent when that is known; refused with {@code refund_exceeds_payment}, and for a payment
     * that was not imported.
     */
    record ImportRefund(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            Money amount,
            String reason,
            Instant occurredAt)
            implements PastMoneyCommand {}
}
