package duka.notification.saga;

import static org.assertj.core.api.Assertions.assertThat;

import duka.cart.api.CartId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.api.DueWork;
import duka.notification.api.LetterKind;
import duka.notification.api.OrderNews;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterOnOrderNewsTest {

    private static final OrderId ORDER = new OrderId(UUID.fromString("019aaf00-0000-7000-8000-000000000001"));
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
    private static final AttemptId ATTEMPT = AttemptId.of(PAYMENT, 1);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Money FIFTY = Money.ofMajor(50, CurrencyCode.KES);

    private final Map<String, OrderNews> due = new LinkedHashMap<>();
    private final LetterOnOrderNews letters = new LetterOnOrderNews(
            new DueWork() {
                @Override
                public void schedule(String task, String id, Object data, Duration delay) {
                    due.putIfAbsent(task + " " + id, (OrderNews) data);
                }

                @Override
                public void cancel(String task, String id) {
                    throw new AssertionError("No letter is taken back");
                }
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void history_that_is_told_again_makes_the_same_letters() {
        for (int n = 0; n < 2; n++) {
            letters.on(new OrderConfirmed(ORDER), NOW);
            letters.on(parcel(ShipmentStatus.SHIPPED), NOW);
            letters.on(parcel(ShipmentStatus.DELIVERED), NOW);
        }
        assertThat(due.values())
                .extracting(OrderNews::kind)
                .containsExactly(
                        LetterKind.ORDER_CONFIRMED, LetterKind.SHIPMENT_SHIPPED, LetterKind.SHIPMENT_DELIVERED);
    }

    @Test
    void an_attempt_that_is_given_up_and_then_fails_is_one_letter() {
        letters.on(new AttemptExpired(PAYMENT, ORDER, ATTEMPT), NOW);
        letters.on(new AttemptFailed(PAYMENT, ORDER, ATTEMPT, "1037", "No answer"), NOW);
        assertThat(due.values()).extracting(OrderNews::kind).containsExactly(LetterKind.PAYMENT_FAILED);
    }

    @Test
    void a_refund_says_how_much() {
        letters.on(refunded(null), NOW);
        assertThat(due.values()).extracting(OrderNews::amount).containsExactly(FIFTY);
    }

    @Test
    void imported_history_is_no_news() {
        letters.on(placed(NOW));
        letters.on(new OrderConfirmed(ORDER), NOW);
        letters.on(new PaymentSettled(PAYMENT, ORDER, null, FIFTY, null, NOW), NOW);
        letters.on(refunded(NOW), NOW);
        assertThat(due).isEmpty();
    }

    @Test
    void imported_orders_that_came_to_nothing_are_no_news() {
        letters.on(placed(NOW));
        letters.on(new OrderCancelled(ORDER, CancellationReason.NOT_PAID_IN_TIME, false), NOW);
        letters.on(placed(NOW));
        letters.on(new OrderRejected(ORDER, "insufficient_stock", List.of()), NOW);
        assertThat(due).isEmpty();
    }

    @Test
    void who_orders_and_pays_today_is_told_of_both() {
        letters.on(placed(null));
        letters.on(new PaymentSettled(PAYMENT, ORDER, ATTEMPT, FIFTY, "SGR7XK2P1Q", null), NOW);
        letters.on(new OrderConfirmed(ORDER), NOW);
        assertThat(due.values())
                .extracting(OrderNews::kind)
                .containsExactly(LetterKind.PAYMENT_RECEIVED, LetterKind.ORDER_CONFIRMED);
    }

    @Test
    void nobody_is_told_of_what_is_days_old() {
        letters.on(new OrderConfirmed(ORDER), NOW.minus(LetterOnOrderNews.STALE));
        letters.on(parcel(ShipmentStatus.SHIPPED), NOW.minus(LetterOnOrderNews.STALE));
        assertThat(due).isEmpty();
        letters.on(new OrderConfirmed(ORDER), NOW.minus(LetterOnOrderNews.STALE).plusMillis(1));
        assertThat(due).hasSize(1);
    }

    @Test
    void where_a_parcel_is_meanwhile_is_no_news() {
        letters.on(parcel(ShipmentStatus.IN_TRANSIT), NOW);
        letters.on(parcel(ShipmentStatus.RETURNED), NOW);
        assertThat(due).isEmpty();
    }

    private static OrderPlaced placed(@Nullable Instant occurredAt) {
        PersonId person = new PersonId(ORDER.value());
        Personal text = Personal.of(person, "Moi Avenue 14");
        OrderContent content = new OrderContent(
                new OrderNumber("D-0123ABCD"),
                null,
                person,
                new CartId(ORDER.value()),
                List.of(),
                FIFTY,
                FIFTY,
                FIFTY,
                FIFTY,
                new ShippingAddress(text, text, text, null, text, "Nairobi", null, "KE"),
                "nairobi",
                PaymentMethod.MPESA,
                null,
                text,
                null,
                occurredAt);
        return new OrderPlaced(ORDER, content);
    }

    private static RefundSucceeded refunded(@Nullable Instant occurredAt) {
        return new RefundSucceeded(PAYMENT, ORDER, RefundId.of(PAYMENT, "key"), FIFTY, null, occurredAt);
    }

    private static ShipmentAdvanced parcel(ShipmentStatus status) {
        return new ShipmentAdvanced(ShipmentId.of(ORDER, 1), ORDER, status, null, null, NOW, false, List.of(), 2);
    }
}
