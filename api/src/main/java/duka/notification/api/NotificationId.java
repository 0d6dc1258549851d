package duka.notification.api;

import duka.kernel.Id;
import duka.kernel.OrderId;
import duka.kernel.Uuids;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import java.util.Optional;
import java.util.UUID;

/** One piece of news for one customer. */
public record NotificationId(UUID value) implements Id {

    /** @param what happened to the order, in words that no other news of it has: read again, it is the same news */
    public static NotificationId of(OrderId order, String what) {
        return new NotificationId(Uuids.derive(order.value(), "notification:" + what));
    }

    /**
     * The news that an event is, if it is any. An earlier event may have been the same news, and some are news to
     * nobody.
     *
     * @param eventId the event's own
     */
    public static Optional<NotificationId> toldBy(Object event, String eventId) {
        return Optional.ofNullable(
                switch (event) {
                    case OrderConfirmed confirmed -> of(confirmed.orderId(), NotificationKind.ORDER_CONFIRMED.name());
                    case OrderRejected rejected -> of(rejected.orderId(), NotificationKind.ORDER_REJECTED.name());
                    case OrderCancelled cancelled -> of(cancelled.orderId(), NotificationKind.ORDER_CANCELLED.name());
                    case AttemptFailed failed ->
                        of(failed.orderId(), failed.attemptId().toString());
                    case PushRefused refused ->
                        of(refused.orderId(), refused.attemptId().toString());
                    case AttemptExpired expired ->
                        of(expired.orderId(), expired.attemptId().toString());
                    case ProviderPaymentFailed failed -> of(failed.orderId(), eventId);
                    case RefundSucceeded refunded ->
                        of(refunded.orderId(), refunded.refundId().toString());
                    case ShipmentAdvanced advanced ->
                        of(advanced.orderId(), advanced.shipmentId() + ":" + advanced.status());
                    default -> null;
                });
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
