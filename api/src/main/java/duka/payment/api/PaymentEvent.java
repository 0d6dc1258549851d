package duka.payment.api;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.kernel.api.SequencedBy;
import duka.ordering.api.PaymentMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of a payment, its attempts and its refunds. */
public sealed interface PaymentEvent extends SequencedBy {

    PaymentId paymentId();

    OrderId orderId();

    @Override
    default String sequencedBy() {
        return orderId().toString();
    }

    /**
     * Money comes, goes back or may no longer be expected: what a checkout has to know. The rest is how an attempt or a
     * refund gets there.
     */
    sealed interface Turn extends PaymentEvent {}

    record PaymentRequested(
            PaymentId paymentId,
            OrderId orderId,
            @Nullable AccountId customerId,
            Money amount,
            PaymentMethod method,
            String accountReference,
            Instant payBy)
            implements PaymentEvent {}

    /** CREATED: it is written down, so the push may be sent. */
    record AttemptStarted(
            PaymentId paymentId,
            OrderId orderId,
            AttemptId attemptId,
            int n,
            Personal phone,
            Money amount,
            String accountReference,
            Instant startedAt)
            implements Turn {}

    /** SENDING: whatever happens from here on, this push is not sent a second time. */
    record PushBegun(PaymentId paymentId, OrderId orderId, AttemptId attemptId) implements PaymentEvent {}

    /** PENDING: the prompt is on its way to the phone. */
    record PushAccepted(
            PaymentId paymentId,
            OrderId orderId,
            AttemptId attemptId,
            @Nullable String merchantRequestId,
            @Nullable Personal checkoutRequestId)
            implements PaymentEvent {}

    /** REJECTED: no prompt went out. */
    record PushRefused(PaymentId paymentId, OrderId orderId, AttemptId attemptId, String code, String message)
            implements Turn {}

    /** SEND_UNKNOWN: a prompt may be out. */
    record PushUnanswered(PaymentId paymentId, OrderId orderId, AttemptId attemptId) implements PaymentEvent {}

    /**
     * PAID_UNVERIFIED: somebody says that the money is there.
     *
     * @param receipt M-Pesa's receipt, or {@code null} while only a query said so
     * @param source {@code callback}, {@code query}, {@code pull}, ...
     */
    record MoneyReported(
            PaymentId paymentId,
            OrderId orderId,
            AttemptId attemptId,
            Money amount,
            @Nullable String receipt,
            String source)
            implements Turn {}

    /** The receipt of money that was known before. */
    record ReceiptLearnt(PaymentId paymentId, OrderId orderId, AttemptId attemptId, String receipt, String source)
            implements PaymentEvent {}

    /** FAILED: this attempt brought nothing; another may. */
    record AttemptFailed(PaymentId paymentId, OrderId orderId, AttemptId attemptId, String code, String message)
            implements Turn {}

    /** EXPIRED_OPEN: nobody answered in time; late money still counts. */
    record AttemptExpired(PaymentId paymentId, OrderId orderId, AttemptId attemptId) implements Turn {}

    /**
     * REVIEW: two sources contradict each other, or the amount, the phone or the receipt is not ours.
     *
     * @param amount the money in question, as far as it was said
     * @param receipt its receipt, as far as it was said
     */
    record AttemptDisputed(
            PaymentId paymentId,
            OrderId orderId,
            AttemptId attemptId,
            String reason,
            @Nullable Money amount,
            @Nullable String receipt)
            implements Turn {}

    /** An answer that contradicts what is known, or that nobody can explain, changes nothing and is kept for staff. */
    record ContradictionNoted(PaymentId paymentId, OrderId orderId, AttemptId attemptId, String code, String source)
            implements PaymentEvent {}

    /**
     * PAID: the money is there and confirmed.
     *
     * @param attemptId the attempt that brought it, or {@code null} for money that nobody was prompted for: cash, or an
     *     external provider's
     * @param occurredAt when it was paid, in imported history alone
     */
    record PaymentSettled(
            PaymentId paymentId,
            OrderId orderId,
            @Nullable AttemptId attemptId,
            Money amount,
            @Nullable String receipt,
            @Nullable Instant occurredAt)
            implements Turn {}

    /**
     * The order was already paid when this money came: it goes back. If another attempt than the paying one brought it,
     * {@link AttemptDisputed} goes before.
     */
    record SecondPaymentReceived(
            PaymentId paymentId,
            OrderId orderId,
            AttemptId attemptId,
            Money amount,
            @Nullable String receipt) implements Turn {}

    /** Another provider got nothing; it may try again. */
    record ProviderPaymentFailed(PaymentId paymentId, OrderId orderId, String code, String message)
            implements PaymentEvent {}

    /** REVIEW of money that nobody was prompted for: it is not what was asked. */
    record ProviderMoneyDisputed(
            PaymentId paymentId,
            OrderId orderId,
            String reason,
            Money amount,
            @Nullable String receipt) implements Turn {}

    /** Staff say that the disputed money does not pay for the order: it goes back, or there is none. */
    record ProviderMoneyDeclined(
            PaymentId paymentId, OrderId orderId, @Nullable String receipt, String note) implements Turn {}

    record PaymentVoided(PaymentId paymentId, OrderId orderId) implements Turn {}

    /** @param version counts the edits of the note; a requested payment has 1 */
    record PaymentAnnotated(PaymentId paymentId, OrderId orderId, String note, long version) implements PaymentEvent {}

    /**
     * @param via how it goes back
     * @param receipt the payment that a reversal undoes, or {@code null} for B2C
     * @param phone whom a B2C pays, or {@code null} for a reversal
     * @param excessOf the attempt whose money the order did not need, {@link AttemptId#unprompted} for another
     *     provider's; {@code null} when what the order paid goes back
     */
    record RefundRequested(
            PaymentId paymentId,
            OrderId orderId,
            RefundId refundId,
            Money amount,
            String reason,
            RefundVia via,
            @Nullable String receipt,
            @Nullable Personal phone,
            @Nullable AttemptId excessOf)
            implements Turn {}

    /** @param version counts the edits of the refund; a requested one has 1 */
    record RefundRevised(PaymentId paymentId, OrderId orderId, RefundId refundId, String reason, long version)
            implements PaymentEvent {}

    /** It was never sent and never will be: as if nobody had asked. */
    record RefundWithdrawn(PaymentId paymentId, OrderId orderId, RefundId refundId) implements Turn {}

    /** It is this refund's turn, and it is being sent. */
    record RefundBegun(PaymentId paymentId, OrderId orderId, RefundId refundId) implements PaymentEvent {}

    record RefundAccepted(
            PaymentId paymentId,
            OrderId orderId,
            RefundId refundId,
            String conversationId,
            String originatorConversationId)
            implements PaymentEvent {}

    /** REFUND_UNKNOWN: nothing is sent again before somebody answered. */
    record RefundUnanswered(PaymentId paymentId, OrderId orderId, RefundId refundId) implements PaymentEvent {}

    /**
     * @param receipt what proves it, or {@code null} for money that was handed back without one
     * @param occurredAt when it was paid back, in imported history alone
     */
    record RefundSucceeded(
            PaymentId paymentId,
            OrderId orderId,
            RefundId refundId,
            Money amount,
            @Nullable String receipt,
            @Nullable Instant occurredAt)
            implements Turn {}

    record RefundFailed(PaymentId paymentId, OrderId orderId, RefundId refundId, String code, String message)
            implements Turn {}
}
