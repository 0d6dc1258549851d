package duka.payment.api;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.ordering.api.PaymentMethod;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a payment. The states are those of section 10 of the Daraja notes; every command may come twice,
 * late, and in any order, and {@code at} is the edge's clock.
 */
public sealed interface PaymentCommand {

    PaymentId paymentId();

    /**
     * Asks for the order's money. With a phone the first attempt begins at once, as {@code AttemptId.of(paymentId, 1)}.
     *
     * @param accountReference what the payer reads on the prompt
     * @param payBy until when attempts may begin; none begins in the last three minutes before it
     */
    record RequestPayment(
            @TargetAggregateIdentifier PaymentId paymentId,
            OrderId orderId,
            @Nullable AccountId customerId,
            Money amount,
            PaymentMethod method,
            String accountReference,
            Instant payBy,
            @Nullable Personal phone,
            Instant at)
            implements PaymentCommand {}

    /**
     * Begins the {@code n}-th attempt; silent if it began already. Refused with {@code order_not_payable} when the
     * window is over or the money is there, and with {@code payment_in_progress} (with {@code retry_after} in seconds)
     * while another attempt is open and younger than 90 seconds.
     */
    record StartAttempt(@TargetAggregateIdentifier PaymentId paymentId, int n, Personal phone, Instant at)
            implements PaymentCommand {}

    /** The worker is about to send the push; answers {@link Leave}. What was begun once is never sent again. */
    record BeginPush(@TargetAggregateIdentifier PaymentId paymentId, AttemptId attemptId, Instant at)
            implements PaymentCommand {}

    /** Daraja took the push: a prompt is on its way. */
    record RecordPushAccepted(
            @TargetAggregateIdentifier PaymentId paymentId,
            AttemptId attemptId,
            String merchantRequestId,
            Personal checkoutRequestId,
            Instant at)
            implements PaymentCommand {}

    /** Daraja said that nothing was sent. */
    record RecordPushRefused(
            @TargetAggregateIdentifier PaymentId paymentId,
            AttemptId attemptId,
            String code,
            String message,
            Instant at)
            implements PaymentCommand {}

    /** No answer to the push, or one that does not tell: a prompt may be out. */
    record RecordPushUnanswered(@TargetAggregateIdentifier PaymentId paymentId, AttemptId attemptId, Instant at)
            implements PaymentCommand {}

    /**
     * What a callback on the attempt's own address said.
     *
     * @param verdict what the code means, by the table of whoever knows the provider's codes
     * @param resultCode as text, {@code 0} for success
     * @param amount what it says was paid, or {@code null} if it says nothing
     * @param receipt M-Pesa's receipt number, or {@code null}
     * @param phone who paid, when it is said in full
     */
    record RecordCallback(
            @TargetAggregateIdentifier PaymentId paymentId,
            AttemptId attemptId,
            Verdict verdict,
            String resultCode,
            String resultText,
            @Nullable String merchantRequestId,
            @Nullable Personal checkoutRequestId,
            @Nullable Money amount,
            @Nullable String receipt,
            @Nullable Personal phone,
            Instant at)
            implements PaymentCommand {}

    /** What Daraja answered when it was asked about the attempt; answers its {@link AttemptState} then. */
    record RecordQueryAnswer(
            @TargetAggregateIdentifier PaymentId paymentId,
            AttemptId attemptId,
            Verdict verdict,
            String resultCode,
            String resultText,
            Instant at)
            implements PaymentCommand {}

    /**
     * The money's receipt, found in the provider's own records (Pull, a C2B confirmation, Transaction Status); answers the
     * attempt's {@link AttemptState}. The first word reports the money, a second one confirms it.
     */
    record RecordReceipt(
            @TargetAggregateIdentifier PaymentId paymentId,
            AttemptId attemptId,
            String receipt,
            Money amount,
            String source,
            Instant at)
            implements PaymentCommand {}

    /** The receipt of this attempt already paid for something else: nothing is released on it. */
    record DisputeAttempt(
            @TargetAggregateIdentifier PaymentId paymentId, AttemptId attemptId, String reason, Instant at)
            implements PaymentCommand {}

    /** No answer by the attempt's deadline (10 minutes): stop asking often. Silent once the attempt was decided. */
    record ExpireAttempt(@TargetAggregateIdentifier PaymentId paymentId, AttemptId attemptId, Instant at)
            implements PaymentCommand {}

    /** No answer for 48 hours: staff look at it. Silent once the attempt was decided. */
    record GiveUpAttempt(@TargetAggregateIdentifier PaymentId paymentId, AttemptId attemptId, Instant at)
            implements PaymentCommand {}

    /** Staff end what is pending. Refused with {@code payment_settled}. */
    record VoidPayment(@TargetAggregateIdentifier PaymentId paymentId, Instant at) implements PaymentCommand {}

    /**
     * Money that came by another way than a prompt, cash or an external provider, is here. Silent when the same was said
     * before; refused with {@code payment_settled}, {@code payment_disputed}, {@code amount_differs} (a part settles nothing), and
     * {@code settle_not_allowed} for M-Pesa.
     *
     * @param note replaces the payment's note, unless it is {@code null}
     */
    record SettlePayment(
            @TargetAggregateIdentifier PaymentId paymentId,
            Money amount,
            @Nullable String receipt,
            @Nullable String note,
            Instant at)
            implements PaymentCommand {}

    /**
     * Staff decide about money in REVIEW, and their note becomes the payment's. Refused with {@code not_disputed}, and
     * with {@code payment_settled} and {@code refund_exceeds_payment} for what cannot be decided so.
     */
    record ResolveDispute(@TargetAggregateIdentifier PaymentId paymentId, Decision decision, String note, Instant at)
            implements PaymentCommand {}

    record AnnotatePayment(
            @TargetAggregateIdentifier PaymentId paymentId,
            String note,
            @Nullable Long expectedVersion) implements PaymentCommand {}

    /**
     * Gives money back; silent if this refund was asked for already. Refused with {@code refund_exceeds_payment} and
     * {@code refund_below_minimum}. One refund of a payment is sent at a time, the others wait.
     *
     * @param amount how much, or {@code null} for all that is left
     */
    record RequestRefund(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            @Nullable Money amount,
            String reason,
            Instant at)
            implements PaymentCommand {}

    /** Gives another reason for a refund that was not sent yet. Refused with {@code refund_in_progress}. */
    record ReviseRefund(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            String reason,
            @Nullable Long expectedVersion)
            implements PaymentCommand {}

    /** Takes back a refund that was not sent yet. Refused with {@code refund_in_progress}. */
    record WithdrawRefund(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            @Nullable Long expectedVersion) implements PaymentCommand {}

    /** The worker is about to send the refund; answers {@link Leave}. What was begun once is never sent again blindly. */
    record BeginRefund(@TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, Instant at)
            implements PaymentCommand {}

    record RecordRefundAccepted(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            String conversationId,
            String originatorConversationId,
            Instant at)
            implements PaymentCommand {}

    /** No answer, or a queue time-out: the money may or may not be on its way. */
    record RecordRefundUnanswered(@TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, Instant at)
            implements PaymentCommand {}

    record RecordRefundSucceeded(
            @TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, String receipt, Instant at)
            implements PaymentCommand {}

    record RecordRefundFailed(
            @TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, String code, String message, Instant at)
            implements PaymentCommand {}

    /** What staff make of disputed money. */
    enum Decision {
        /** It pays for the order. */
        ACCEPT,
        /** It goes back to the payer. */
        REFUND,
        /** There is no such money. */
        REJECT
    }

    /** Whether the outside world may be called. */
    enum Leave {
        /** Call it now: this is the first time. */
        GO,
        /** It was begun before and nobody knows how that ended: do not call, find out. */
        BEGUN_BEFORE,
        /** Another one of this payment is on its way: ask for leave again later. */
        WAIT,
        /** There is nothing to do any more. */
        NOT_WANTED
    }

    /** What the provider says about an attempt, in a callback or when it is asked. */
    enum Verdict {
        PAID,
        FAILED,
        IN_FLIGHT,
        NO_ANSWER,
        /** A code that nobody has explained: nothing changes, staff are told. */
        UNKNOWN_CODE
    }
}
