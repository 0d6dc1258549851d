package duka.notification.query;

import duka.kernel.Money;
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
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws news for customers from what happens to their orders. Only what is news is listened to: the rest of a sale does
 * not wake this reader.
 */
@Component
@ProcessingGroup("read.customer")
class NotificationProjection {

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
    void on(OrderConfirmed confirmed, @MessageIdentifier String event, @Timestamp Instant at) {
        tell(NotificationKind.ORDER_CONFIRMED, confirmed.orderId(), event, null, at);
    }

    @EventHandler
    void on(OrderRejected rejected, @MessageIdentifier String event, @Timestamp Instant at) {
        tell(NotificationKind.ORDER_REJECTED, rejected.orderId(), event, null, at);
    }

    @EventHandler
    void on(OrderCancelled cancelled, @MessageIdentifier String event, @Timestamp Instant at) {
        tell(NotificationKind.ORDER_CANCELLED, cancelled.orderId(), event, null, at);
    }

    @EventHandler
    void on(AttemptFailed failed, @MessageIdentifier String event, @Timestamp Instant at) {
        tell(NotificationKind.PAYMENT_FAILED, failed.orderId(), event, null, at);
    }

    @EventHandler
    void on(PushRefused refused, @MessageIdentifier String event, @Timestamp Instant at) {
        tell(NotificationKind.PAYMENT_FAILED, refused.orderId(), event, null, at);
    }

    @EventHandler
    void on(AttemptExpired expired, @MessageIdentifier String event, @Timestamp Instant at) {
        tell(NotificationKind.PAYMENT_FAILED, expired.orderId(), event, null, at);
    }

    @EventHandler
    void on(RefundSucceeded refunded, @MessageIdentifier String event, @Timestamp Instant at) {
        tell(NotificationKind.REFUND_SUCCEEDED, refunded.orderId(), event, refunded.amount(), at);
    }

    /** A parcel is shipped once, however much is said about it afterwards: so the news is the parcel's, not the event's. */
    @EventHandler
    void on(ShipmentAdvanced advanced, @Timestamp Instant at) {
        String step = advanced.shipmentId() + ":" + advanced.status();
        switch (advanced.status()) {
            case SHIPPED -> tell(NotificationKind.SHIPMENT_SHIPPED, advanced.orderId(), step, null, at);
            case DELIVERED -> tell(NotificationKind.SHIPMENT_DELIVERED, advanced.orderId(), step, null, at);
            case PREPARING, IN_TRANSIT, RETURNED, CANCELLED -> {}
        }
    }

    private void tell(NotificationKind kind, OrderId order, String source, @Nullable Money amount, Instant at) {
        notifications.tell(new News(NotificationId.of(order, source), order, kind, amount, at));
    }
}
