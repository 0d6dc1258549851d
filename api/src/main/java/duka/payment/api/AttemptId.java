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

    /** Stands for money that nobody was prompted for, where an attempt is named otherwise. */
    public static AttemptId unprompted(PaymentId payment) {
        return of(payment, 0);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
