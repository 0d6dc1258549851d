package duka.payment.api;

import duka.kernel.Id;
import duka.kernel.OrderId;
import duka.kernel.Uuids;
import java.util.UUID;

/** The one payment of an order. */
public record PaymentId(UUID value) implements Id {

    public static PaymentId of(OrderId order) {
        return new PaymentId(Uuids.derive(order.value(), "payment"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
