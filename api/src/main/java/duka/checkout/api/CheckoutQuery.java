package duka.checkout.api;

import duka.identity.api.AccountId;
import duka.kernel.OrderId;
import duka.kernel.api.AsksForLatest;
import org.jspecify.annotations.Nullable;

/** What may be asked about sales as wholes. */
public sealed interface CheckoutQuery extends AsksForLatest {

    @Override
    default String toldBy() {
        return "read.sale";
    }

    /**
     * What has not ended yet, of a customer's orders or of one order → {@link Obligations}.
     *
     * @param customerId {@code null} to ask about one order
     * @param orderId {@code null} to ask about a customer's
     */
    record FindObligations(
            @Nullable AccountId customerId, @Nullable OrderId orderId) implements CheckoutQuery {}
}
