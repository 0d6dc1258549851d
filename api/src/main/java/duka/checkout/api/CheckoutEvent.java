package duka.checkout.api;

import duka.kernel.OrderId;
import duka.kernel.api.SequencedBy;

/**
 * What only time decides in a sale. A deadline that passes is written down like everything else that a decision rests
 * on, and the checkout reads it in line with the order's other events. It may be told twice.
 */
public sealed interface CheckoutEvent extends SequencedBy {

    OrderId orderId();

    @Override
    default String sequencedBy() {
        return orderId().toString();
    }

    /** The time to pay is over; a prompt that is out by now is given a little more. */
    record PaymentWindowClosed(OrderId orderId) implements CheckoutEvent {}

    /** The little more for a prompt that was out is over, too. */
    record PaymentGraceEnded(OrderId orderId) implements CheckoutEvent {}

    /** An order ended long enough ago that the checkout stops waiting for stray money. */
    record CheckoutRetired(OrderId orderId) implements CheckoutEvent {}
}
