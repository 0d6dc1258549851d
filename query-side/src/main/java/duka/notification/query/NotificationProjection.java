package duka.notification.query;

import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.OrderId;
import duka.notification.api.NotificationId;
import duka.notification.api.NotificationKind;
import duka.notification.query.NotificationRows.Recipient;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;

/**
 * Draws news for customers from what happens to their orders. Only what is news is listened to: the rest of a sale does
 * not wake this reader.
 */
@Component
@ProcessingGroup("read.customer")
class NotificationProjection {

    /** After these nobody pays any more. */
    private static final List<NotificationKind> TURNS = List.of(
            NotificationKind.ORDER_CONFIRMED, NotificationKind.ORDER_REJECTED, NotificationKind.ORDER_CANCELLED);

    private final NotificationRows notifications;

    NotificationProjection(NotificationRows notifications) {
        this.notifications = notifications;
    }

    /** Imported history is no news to anybody. */
    @EventHandler
    void on(OrderPlaced placed) {
        OrderContent content = placed.content();
        if (content.customerId() != null && content.occurredAt() == null) {
            notifications.remember(new Recipient(placed.orderId(), content.customerId(), content.number()));
        }
    }

    @EventHandler
    void on(OrderConfirmed confirmed, @Timestamp Instant at) {
        tell(NotificationKind.ORDER_CONFIRMED, confirmed.orderId(), at);
    }

    @EventHandler
    void on(OrderRejected rejected, @Timestamp Instant at) {
        tell(NotificationKind.ORDER_REJECTED, rejected.orderId(), at);
    }

    @EventHandler
    void on(OrderCancelled cancelled, @Timestamp Instant at) {
        tell(NotificationKind.ORDER_CANCELLED, cancelled.orderId(), at);
    }

    @EventHandler
    void on(AttemptFailed failed, @Timestamp Instant at) {
        tellOfFailure(failed.orderId(), failed.attemptId().toString(), at);
    }

    @EventHandler
    void on(PushRefused refused, @Timestamp Instant at) {
        tellOfFailure(refused.orderId(), refused.attemptId().toString(), at);
    }

    @EventHandler
    void on(AttemptExpired expired, @Timestamp Instant at) {
        tellOfFailure(expired.orderId(), expired.attemptId().toString(), at);
    }

    /** Another provider has no attempts: each failure is news. */
    @EventHandler
    void on(ProviderPaymentFailed failed, @MessageIdentifier String event, @Timestamp Instant at) {
        tellOfFailure(failed.orderId(), event, at);
    }

    @EventHandler
    void on(RefundSucceeded refunded, @Timestamp Instant at) {
        NotificationId id =
                NotificationId.of(refunded.orderId(), refunded.refundId().toString());
        notifications.tell(new News(id, refunded.orderId(), NotificationKind.REFUND_SUCCEEDED, refunded.amount(), at));
    }

    /** A parcel is shipped once, however much is said about it afterwards. */
    @EventHandler
    void on(ShipmentAdvanced advanced, @Timestamp Instant at) {
        String step = advanced.shipmentId() + ":" + advanced.status();
        NotificationId id = NotificationId.of(advanced.orderId(), step);
        switch (advanced.status()) {
            case SHIPPED ->
                notifications.tell(new News(id, advanced.orderId(), NotificationKind.SHIPMENT_SHIPPED, null, at));
            case DELIVERED ->
                notifications.tell(new News(id, advanced.orderId(), NotificationKind.SHIPMENT_DELIVERED, null, at));
            case PREPARING, IN_TRANSIT, RETURNED, CANCELLED -> {}
        }
    }

    /** Nobody is told any more. */
    @EventHandler
    void on(PersonErased erased) {
        notifications.forget(erased);
    }

    /** What happens to an order once. */
    private void tell(NotificationKind kind, OrderId order, Instant at) {
        notifications.tell(new News(once(kind, order), order, kind, null, at));
    }

    /**
     * An attempt fails once, though it may first be given up and then fail. Who was told how the order went on, is not
     * told to try again: an earlier attempt may well fail after a later one has paid.
     */
    private void tellOfFailure(OrderId order, String attempt, Instant at) {
        List<NotificationId> turns =
                TURNS.stream().map(kind -> once(kind, order)).toList();
        if (!notifications.wasTold(turns)) {
            notifications.tell(
                    new News(NotificationId.of(order, attempt), order, NotificationKind.PAYMENT_FAILED, null, at));
        }
    }

    private static NotificationId once(NotificationKind kind, OrderId order) {
        return NotificationId.of(order, kind.name());
    }
}
