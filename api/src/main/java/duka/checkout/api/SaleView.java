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

    public PaymentStanding paymentStanding() {
        return PaymentStanding.of(payment);
    }
}
