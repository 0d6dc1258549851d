package duka.payment.api;

import duka.kernel.Id;
import duka.kernel.Uuids;
import java.util.UUID;

/** One try to be paid: one prompt on one phone. */
public record AttemptId(UUID value) implements Id {

    /** @param n 1 for the payment's first attempt */
    public static AttemptId of(PaymentId payment, int n) {
        return new AttemptId(Uuids.derive(payment.value(), "attempt:" + n));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
