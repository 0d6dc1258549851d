package duka.kernel;

import java.util.UUID;

/** One order: the thread of a sale, which the cart, the stock, the payment and the shipment of it all name. */
public record OrderId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
