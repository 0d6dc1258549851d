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
 * @param otherMoney what is known of money that nobody was prompted for, or {@code null}
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
        @Nullable OtherMoney otherMoney,
        String note,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * Cash, or what another provider says.
     *
     * @param state PAID, FAILED or REVIEW
     * @param resultCode what ended it or is wrong with it, or {@code null}
     */
    public record OtherMoney(
            AttemptState state,
            @Nullable Money amount,
            @Nullable String receipt,
            @Nullable String resultCode,
            @Nullable String resultText) {}

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
     * @param receipt what proves the refund, once it succeeded; {@code null} too for money handed back without one
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
        if (decisive != null) {
            return PaymentStatus.of(decisive.state());
        }
        return otherMoney == null ? PaymentStatus.INITIATED : PaymentStatus.of(otherMoney.state());
    }

    /** What proves the money, as far as it is known. */
    public @Nullable String receipt() {
        Attempt decisive = decisive();
        if (decisive != null) {
            return decisive.receipt();
        }
        return otherMoney == null ? null : otherMoney.receipt();
    }

    /** What ended a payment that failed, or {@code null}. */
    public @Nullable String failureCode() {
        Attempt decisive = decisive();
        if (status() != PaymentStatus.FAILED) {
            return null;
        }
        return decisive != null ? decisive.resultCode() : otherMoney == null ? null : otherMoney.resultCode();
    }

    /** The provider's words for {@link #failureCode}, or {@code null}. */
    public @Nullable String failureMessage() {
        Attempt decisive = decisive();
        if (status() != PaymentStatus.FAILED) {
            return null;
        }
        return decisive != null ? decisive.resultText() : otherMoney == null ? null : otherMoney.resultText();
    }
}
