package duka.payment.api;

import duka.kernel.Id;
import duka.kernel.Uuids;
import java.util.UUID;

/** One return of money. */
public record RefundId(UUID value) implements Id {

    /** The refund that a process owes for one reason: asking twice is asking once. */
    public static RefundId of(PaymentId payment, String reason) {
        return new RefundId(Uuids.derive(payment.value(), "refund:" + reason));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
