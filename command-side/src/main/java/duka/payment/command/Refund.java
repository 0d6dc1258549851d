package duka.payment.command;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentView.RefundState;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import org.jspecify.annotations.Nullable;

/**
 * One return of money, and how far it got.
 *
 * @param excess whether the order did not need this money in the first place
 * @param taken whether the provider said that it will see to it
 */
record Refund(
        RefundId id,
        Money amount,
        String reason,
        RefundVia via,
        boolean excess,
        RefundState state,
        boolean taken,
        long version) {

    /** The least that M-Pesa pays out, in whole units. */
    private static final long PAYOUT_MINIMUM = 10;

    static Refund requested(RefundRequested event) {
        return new Refund(
                event.refundId(),
                event.amount(),
                event.reason(),
                event.via(),
                event.excessOf() != null,
                RefundState.REQUESTED,
                false,
                1);
    }

    /** Money that the order did not need goes back as it came: by its receipt, else to the phone that paid. */
    static RefundRequested ofExcess(
            PaymentId payment, OrderId order, Attempt attempt, Money amount, @Nullable String receipt, String reason) {
        RefundId id = RefundId.of(payment, reason + ":" + (receipt == null ? attempt.id() : receipt));
        if (receipt != null) {
            return new RefundRequested(
                    payment, order, id, amount, reason, RefundVia.REVERSAL, receipt, null, attempt.id());
        }
        RefundVia via = canBePaidOut(amount, attempt.phone()) ? RefundVia.B2C : RefundVia.MANUAL;
        return new RefundRequested(payment, order, id, amount, reason, via, null, attempt.phone(), attempt.id());
    }

    static boolean canBePaidOut(Money amount, @Nullable Personal phone) {
        return reachesMinimum(amount) && phone != null && phone.reveal().isPresent();
    }

    static boolean reachesMinimum(Money amount) {
        return !Money.ofMajor(PAYOUT_MINIMUM, amount.currency()).isMoreThan(amount);
    }

    /** Whether its money is gone, or may be. */
    boolean counts() {
        return state != RefundState.FAILED;
    }

    boolean isWaiting() {
        return state == RefundState.REQUESTED;
    }

    boolean isOnItsWay() {
        return state == RefundState.PROCESSING || state == RefundState.UNKNOWN;
    }

    boolean isByHand() {
        return via == RefundVia.MANUAL;
    }

    boolean isProcessing() {
        return state == RefundState.PROCESSING;
    }

    boolean awaitsAcceptance() {
        return isOnItsWay() && !taken;
    }

    boolean isDone() {
        return state == RefundState.SUCCEEDED;
    }

    Refund in(RefundState next) {
        return new Refund(id, amount, reason, via, excess, next, taken, version);
    }

    Refund accepted() {
        return new Refund(id, amount, reason, via, excess, state, true, version);
    }

    Refund because(String otherReason, long newVersion) {
        return new Refund(id, amount, otherReason, via, excess, state, taken, newVersion);
    }
}
