package duka.payment.command;

import duka.kernel.Money;
import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.RefundVia;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one payment, and so what may go back of it and by which way.
 *
 * @param received all that came, with what the order did not need
 * @param paid what settled the payment
 * @param payer the attempt that brought it, or {@code null}
 * @param receipt what proves it, or {@code null}
 * @param phones who was prompted, by attempt
 */
record Takings(
        PaymentMethod method,
        Money received,
        Money paid,
        @Nullable AttemptId payer,
        @Nullable String receipt,
        Map<UUID, Personal> phones) {

    static Takings none(PaymentRequested event) {
        Money nothing = Money.zero(event.amount().currency());
        return new Takings(event.method(), nothing, nothing, null, null, Map.of());
    }

    Takings prompting(AttemptId attempt, Personal phone) {
        Map<UUID, Personal> more = new HashMap<>(phones);
        more.put(attempt.value(), phone);
        return new Takings(method, received, paid, payer, receipt, more);
    }

    Takings settledBy(PaymentSettled event) {
        Money amount = event.amount();
        return new Takings(method, received.plus(amount), amount, event.attemptId(), event.receipt(), phones);
    }

    Takings provenBy(String learnt) {
        return new Takings(method, received, paid, payer, learnt, phones);
    }

    Takings withExcess(Money excess) {
        return new Takings(method, received.plus(excess), paid, payer, receipt, phones);
    }

    boolean wereBroughtBy(AttemptId attempt) {
        return attempt.equals(payer);
    }

    /**
     * What is to go back.
     *
     * @param asked how much, or {@code null} for all that is left
     * @throws Rejection {@code refund_exceeds_payment}
     */
    Money refundable(@Nullable Money asked, Refunds refunds) {
        Money left = received.minus(refunds.goneOf(received.currency()));
        Money amount = asked == null ? left : asked;
        if (!amount.isPositive() || amount.isMoreThan(left)) {
            throw new Rejection(
                    "refund_exceeds_payment",
                    "More than is left of what was paid.",
                    Map.of("refundable", left.decimal()));
        }
        return amount;
    }

    /** @throws Rejection {@code refund_below_minimum}; what a process owes is left to staff instead */
    RefundVia wayBackOf(Money amount, Refunds refunds, boolean byProcess) {
        if (method != PaymentMethod.MPESA) {
            return RefundVia.MANUAL;
        }
        if (receipt != null && refunds.leaveThePaymentUntouched() && amount.equals(paid)) {
            return RefundVia.REVERSAL;
        }
        if (!Refund.reachesMinimum(amount) && !byProcess) {
            throw new Rejection("refund_below_minimum", "M-Pesa pays out KES 10 or more.");
        }
        return Refund.canBePaidOut(amount, phone()) ? RefundVia.B2C : RefundVia.MANUAL;
    }

    /** Whose phone brought it, if a phone did. */
    @Nullable
    Personal phone() {
        return payer == null ? null : phones.get(payer.value());
    }
}
