package duka.notification.web;

import duka.ordering.api.OrderEvent.OrderAmended;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderCompleted;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.ProviderMoneyDisputed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.shipping.api.ShipmentEvent.CarrierAssigned;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the servers of others call the events that they are told of. These names are a promise to them and never change;
 * the data of {@code order.*} is an order, of {@code payment.*} and {@code refund.*} a payment, of {@code shipment.*} a
 * shipment.
 */
final class WebhookTypes {

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(OrderPlaced.class, "order.placed"),
            Map.entry(OrderConfirmed.class, "order.confirmed"),
            Map.entry(OrderRejected.class, "order.rejected"),
            Map.entry(OrderCancelled.class, "order.cancelled"),
            Map.entry(OrderCompleted.class, "order.completed"),
            Map.entry(OrderAmended.class, "order.amended"),
            Map.entry(PaymentSettled.class, "payment.succeeded"),
            Map.entry(AttemptFailed.class, "payment.failed"),
            Map.entry(PushRefused.class, "payment.failed"),
            Map.entry(AttemptExpired.class, "payment.failed"),
            Map.entry(ProviderPaymentFailed.class, "payment.failed"),
            Map.entry(AttemptDisputed.class, "payment.disputed"),
            Map.entry(ProviderMoneyDisputed.class, "payment.disputed"),
            Map.entry(RefundRequested.class, "refund.requested"),
            Map.entry(RefundSucceeded.class, "refund.succeeded"),
            Map.entry(RefundFailed.class, "refund.failed"),
            Map.entry(ShipmentCreated.class, "shipment.created"),
            Map.entry(CarrierAssigned.class, "shipment.updated"),
            Map.entry(ShipmentAdvanced.class, "shipment.updated"));

    static final Set<String> ALL = sorted(NAMES.values());

    private WebhookTypes() {}

    static Optional<String> of(Object event) {
        return Optional.ofNullable(NAMES.get(event.getClass()));
    }

    private static Set<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
