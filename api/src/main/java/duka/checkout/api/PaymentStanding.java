package duka.checkout.api;

import duka.payment.api.PaymentView;
import org.jspecify.annotations.Nullable;

/** What an order's owner owes, as the order shows it. */
public enum PaymentStanding {
    /** Nobody was asked for the money yet, or it is paid on delivery. */
    UNPAID,
    PENDING,
    PAID,
    FAILED,
    PARTIALLY_REFUNDED,
    REFUNDED;

    /** What the payment means for the order; a payment that staff ended counts as failed. */
    public static PaymentStanding of(@Nullable PaymentView payment) {
        if (payment == null) {
            return UNPAID;
        }
        return switch (payment.status()) {
            case INITIATED -> payment.attempts().isEmpty() ? UNPAID : PENDING;
            case PENDING, DISPUTED -> PENDING;
            case FAILED, CANCELLED -> FAILED;
            case SUCCEEDED -> afterRefunds(payment);
        };
    }

    private static PaymentStanding afterRefunds(PaymentView paid) {
        if (!paid.refunded().isPositive()) {
            return PAID;
        }
        return paid.amount().isMoreThan(paid.refunded()) ? PARTIALLY_REFUNDED : REFUNDED;
    }
}
