package duka.payment.command;

import duka.kernel.Rejection;
import duka.ordering.api.PaymentMethod;

/** Whose word counts: another provider's only where it was to be paid. */
final class External {

    private External() {}

    static void require(PaymentMethod method) {
        if (method != PaymentMethod.EXTERNAL) {
            throw new Rejection("payment_not_external", "Another way to pay was agreed for this order.");
        }
    }
}
