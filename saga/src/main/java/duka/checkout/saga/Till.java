package duka.checkout.saga;

import duka.kernel.Money;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.RefundId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an order paid and what of it went back, in hundredths; told twice is counted once. Money that the order did not
 * need comes and goes beside it: the payment sends that back by itself.
 *
 * @param received what settled the payment
 * @param excess the refunds of money that the order did not need
 * @param returned by refund
 */
record Till(long received, Set<RefundId> excess, Map<UUID, Long> returned) {

    static final Till EMPTY = new Till(0, Set.of(), Map.of());

    Till after(PaymentEvent.Turn event) {
        return switch (event) {
            case PaymentSettled settled -> new Till(settled.amount().minorUnits(), excess, returned);
            case RefundRequested refund -> refund.excessOf() == null ? this : withExcess(refund.refundId());
            case RefundSucceeded refund ->
                excess.contains(refund.refundId()) ? this : withReturned(refund.refundId(), refund.amount());
            default -> this;
        };
    }

    boolean wasPaid() {
        return received > 0;
    }

    /** Whether nothing of what the order paid is still here. */
    boolean isEven() {
        return returned.values().stream().reduce(0L, Math::addExact) >= received;
    }

    private Till withExcess(RefundId refund) {
        Set<RefundId> more = new HashSet<>(excess);
        more.add(refund);
        return new Till(received, more, returned);
    }

    private Till withReturned(RefundId refund, Money amount) {
        Map<UUID, Long> more = new HashMap<>(returned);
        more.put(refund.value(), amount.minorUnits());
        return new Till(received, excess, more);
    }
}
