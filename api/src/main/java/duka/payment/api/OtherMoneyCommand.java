package duka.payment.api;

import duka.kernel.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What is said about money that M-Pesa has no word on: what another provider took or gave back, and what staff handed
 * back. Each may come twice and late.
 */
public sealed interface OtherMoneyCommand {

    PaymentId paymentId();

    /**
     * The provider has the money. An amount that is not what was asked is disputed, and money on top of what was paid
     * goes back. Refused with {@code payment_not_external} when another way to pay was agreed.
     */
    record RecordProviderPaid(
            @TargetAggregateIdentifier PaymentId paymentId,
            Money amount,
            @Nullable String receipt,
            Instant at) implements OtherMoneyCommand {}

    /** The provider got nothing; money that is there stays. Refused with {@code payment_not_external}. */
    record RecordProviderFailed(@TargetAggregateIdentifier PaymentId paymentId, String code, String message, Instant at)
            implements OtherMoneyCommand {}

    /**
     * The provider gave money back: it ends the oldest refund of that amount that waits to be made by hand, and is one of
     * its own when none does. Refused with {@code payment_not_external} and {@code refund_exceeds_payment}.
     *
     * @param refundId that of the provider's own refund, should it be one
     */
    record RecordProviderRefund(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            Money amount,
            @Nullable String receipt,
            Instant at)
            implements OtherMoneyCommand {}

    /**
     * Staff handed the money of a refund back. Silent if it is known; refused with {@code refund_not_manual} for one that
     * M-Pesa sends.
     *
     * @param receipt whatever proves it, or {@code null}
     */
    record SettleRefund(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            @Nullable String receipt,
            @Nullable Long expectedVersion,
            Instant at)
            implements OtherMoneyCommand {}
}
