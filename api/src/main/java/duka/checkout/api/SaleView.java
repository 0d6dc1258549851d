package duka.checkout.api;

import duka.ordering.api.OrderView;
import duka.payment.api.PaymentView;
import duka.shipping.api.ShipmentView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with what belongs to it; the answer to every question about orders.
 *
 * @param payment {@code null} until it was asked for
 * @param shipments the oldest first
 * @param representation rises with every change of any part
 */
public record SaleView(
        OrderView order, @Nullable PaymentView payment, List<ShipmentView> shipments, long representation) {

    /** What the payment means for the order; a payment that staff ended counts as failed. */
    public PaymentStanding paymentStanding() {
        PaymentView paid = payment;
        if (paid == null) {
            return PaymentStanding.UNPAID;
        }
        return switch (paid.status()) {
            case INITIATED -> paid.attempts().isEmpty() ? PaymentStanding.UNPAID : PaymentStanding.PENDING;
            case PENDING, DISPUTED -> PaymentStanding.PENDING;
            case FAILED, CANCELLED -> PaymentStanding.FAILED;
            case SUCCEEDED -> refundStanding(paid);
        };
    }

    private static PaymentStanding refundStanding(PaymentView paid) {
        if (!paid.refunded().isPositive()) {
            return PaymentStanding.PAID;
        }
        return paid.amount().isMoreThan(paid.refunded())
                ? PaymentStanding.PARTIALLY_REFUNDED
                : PaymentStanding.REFUNDED;
    }
}
