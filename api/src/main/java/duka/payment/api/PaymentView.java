package duka.payment.api;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.ordering.api.PaymentMethod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its events tell it: a pure fold.
 *
 * @param refunded how much of what the order paid went back; money that it did not need is not in it
 */
public record PaymentView(
        PaymentId id,
        OrderId orderId,
        @Nullable AccountId customerId,
        PaymentMethod method,
        Money amount,
        Instant payBy,
        boolean settled,
        boolean voided,
        Money refunded,
        List<Attempt> attempts,
        List<Refund> refunds,
        String note,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * @param resultCode what ended it, or {@code null}
     * @param resultText the provider's words for it, or {@code null}
     */
    public record Attempt(
            AttemptId id,
            int n,
            AttemptState state,
            Personal phone,
            @Nullable Personal checkoutRequestId,
            @Nullable String resultCode,
            @Nullable String resultText,
            @Nullable String receipt,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * @param receipt the provider's receipt of the refund, once it succeeded
     * @param excess whether the order did not need this money in the first place
     * @param version counts the edits of the refund
     */
    public record Refund(
            RefundId id,
            Money amount,
            String reason,
            RefundState state,
            RefundVia via,
            @Nullable String receipt,
            @Nullable String failureCode,
            @Nullable String failureMessage,
            boolean excess,
            Instant createdAt,
            Instant updatedAt,
            long version) {}

    /** Where a refund stands. */
    public enum RefundState {
        REQUESTED,
        PROCESSING,
        UNKNOWN,
        SUCCEEDED,
        FAILED
    }

    /** The attempt that the payment shows itself by: the one that brought the money, else the newest. */
    public @Nullable Attempt decisive() {
        return attempts.stream()
                .filter(attempt -> attempt.state() == AttemptState.PAID)
                .findFirst()
                .orElseGet(() -> attempts.isEmpty() ? null : attempts.getLast());
    }

    /** Money wins, then what staff ended, then the attempt that decides. */
    public PaymentStatus status() {
        if (settled) {
            return PaymentStatus.SUCCEEDED;
        }
        if (voided) {
            return PaymentStatus.CANCELLED;
        }
        Attempt decisive = decisive();
        return decisive == null ? PaymentStatus.INITIATED : PaymentStatus.of(decisive.state());
    }
}
