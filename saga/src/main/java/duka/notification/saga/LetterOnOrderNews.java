package duka.notification.saga;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.api.DueWork;
import duka.notification.api.LetterKind;
import duka.notification.api.OrderNews;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has buyers written to about what happens to their orders. It only writes down that a letter is due, in the transaction
 * of its token; whoever writes the letter finds out whom to, and sends it once, for the same news always has the same
 * name. What is days old is told to nobody: a shop whose history is read from its beginning writes no letters about it.
 */
@Component
@ProcessingGroup("notification.letters")
@DisallowReplay
final class LetterOnOrderNews {

    /** Far less than the time for which it is remembered that a letter went out. */
    static final Duration STALE = Duration.ofDays(3);

    private final DueWork dueWork;
    private final Clock clock;

    /** Confirmed or ended in the same breath; only saves looking their orders up, so a restart may forget them. */
    private final Set<OrderId> imported = ConcurrentHashMap.newKeySet();

    LetterOnOrderNews(DueWork dueWork, Clock clock) {
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @EventHandler
    void on(OrderPlaced placed) {
        if (placed.content().occurredAt() != null) {
            imported.add(placed.orderId());
        }
    }

    @EventHandler
    void on(OrderConfirmed confirmed, @Timestamp Instant at) {
        unlessImported(confirmed.orderId(), LetterKind.ORDER_CONFIRMED, at);
    }

    @EventHandler
    void on(OrderRejected rejected, @Timestamp Instant at) {
        unlessImported(rejected.orderId(), LetterKind.ORDER_REJECTED, at);
    }

    @EventHandler
    void on(OrderCancelled cancelled, @Timestamp Instant at) {
        unlessImported(cancelled.orderId(), LetterKind.ORDER_CANCELLED, at);
    }

    @EventHandler
    void on(AttemptFailed failed, @Timestamp Instant at) {
        failed(failed.orderId(), failed.attemptId().toString(), at);
    }

    @EventHandler
    void on(PushRefused refused, @Timestamp Instant at) {
        failed(refused.orderId(), refused.attemptId().toString(), at);
    }

    @EventHandler
    void on(AttemptExpired expired, @Timestamp Instant at) {
        failed(expired.orderId(), expired.attemptId().toString(), at);
    }

    /** Another provider has no attempts: each failure is news. */
    @EventHandler
    void on(ProviderPaymentFailed failed, @MessageIdentifier String event, @Timestamp Instant at) {
        failed(failed.orderId(), event, at);
    }

    /** Imported history is no news to anybody. */
    @EventHandler
    void on(PaymentSettled settled, @Timestamp Instant at) {
        if (settled.occurredAt() == null) {
            String payment = settled.paymentId().toString();
            tell(payment, settled.orderId(), LetterKind.PAYMENT_RECEIVED, settled.amount(), at);
        }
    }

    @EventHandler
    void on(RefundSucceeded refunded, @Timestamp Instant at) {
        if (refunded.occurredAt() == null) {
            String refund = refunded.refundId().toString();
            tell(refund, refunded.orderId(), LetterKind.REFUND_SUCCEEDED, refunded.amount(), at);
        }
    }

    /** A parcel is shipped once, however much is said about it afterwards. */
    @EventHandler
    void on(ShipmentAdvanced advanced, @Timestamp Instant at) {
        String parcel = advanced.shipmentId().toString();
        switch (advanced.status()) {
            case SHIPPED -> tell(parcel, advanced.orderId(), LetterKind.SHIPMENT_SHIPPED, null, at);
            case DELIVERED -> tell(parcel, advanced.orderId(), LetterKind.SHIPMENT_DELIVERED, null, at);
            case PREPARING, IN_TRANSIT, RETURNED, CANCELLED -> {}
        }
    }

    private void unlessImported(OrderId order, LetterKind kind, Instant at) {
        if (!imported.remove(order)) {
            tell(order.toString(), order, kind, null, at);
        }
    }

    private void failed(OrderId order, String what, Instant at) {
        tell(what, order, LetterKind.PAYMENT_FAILED, null, at);
    }

    private void tell(String about, OrderId order, LetterKind kind, @Nullable Money amount, Instant at) {
        if (at.isAfter(clock.instant().minus(STALE))) {
            String id = kind.name() + "/" + about;
            dueWork.schedule(OrderNews.TASK, id, new OrderNews(id, order, kind, amount), Duration.ZERO);
        }
    }
}
