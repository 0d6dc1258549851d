package duka.checkout.saga;

import duka.kernel.OrderId;
import duka.kernel.api.Deadlines;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The times that a sale waits for. They are rows of the same transaction in which the checkout takes its step. */
@Component
final class SaleClock {

    static final String PAYMENT_WINDOW = "checkout.payment-window";
    static final String PAYMENT_GRACE = "checkout.payment-grace";
    static final String RETIREMENT = "checkout.retirement";

    private final Deadlines deadlines;
    private final CheckoutTimes times;

    SaleClock(Deadlines deadlines, CheckoutTimes times) {
        this.deadlines = deadlines;
        this.times = times;
    }

    /** @return when the time to pay ends */
    Instant payBy(Instant placedAt) {
        return placedAt.plus(times.paymentWindow());
    }

    void openWindow(OrderId order, Instant payBy) {
        deadlines.set(PAYMENT_WINDOW, order.toString(), payBy);
    }

    void grantGrace(OrderId order, Instant closedAt) {
        deadlines.set(PAYMENT_GRACE, order.toString(), closedAt.plus(times.grace()));
    }

    void stopWaitingForMoney(OrderId order) {
        deadlines.clear(PAYMENT_WINDOW, order.toString());
        deadlines.clear(PAYMENT_GRACE, order.toString());
    }

    /** The order has ended: only stray money is waited for from here on. */
    void retire(OrderId order, Instant endedAt) {
        stopWaitingForMoney(order);
        deadlines.set(RETIREMENT, order.toString(), endedAt.plus(times.retirement()));
    }

    void forget(OrderId order) {
        stopWaitingForMoney(order);
        deadlines.clear(RETIREMENT, order.toString());
    }
}
