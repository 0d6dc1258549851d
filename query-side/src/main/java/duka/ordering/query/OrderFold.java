package duka.ordering.query;

import duka.kernel.query.MissingRow;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent;
import duka.ordering.api.OrderEvent.OrderAmended;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderCompleted;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderDispatched;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.ordering.api.OrderEvent.PaymentAwaited;
import duka.ordering.api.OrderStatus;
import duka.ordering.api.OrderView;
import duka.ordering.api.OrderView.HistoryEntry;
import duka.ordering.api.OrderView.RejectionView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an order's events make of it. */
final class OrderFold {

    private OrderFold() {}

    /** @param before {@code null} before the first event */
    static OrderView apply(@Nullable OrderView before, OrderEvent event, Instant at) {
        return event instanceof OrderPlaced placed
                ? placed(placed, at)
                : goOn(MissingRow.unless(before, event.orderId()), event, at);
    }

    private static OrderView placed(OrderPlaced event, Instant at) {
        OrderContent content = event.content();
        Instant placedAt = content.occurredAt() == null ? at : content.occurredAt();
        return new OrderView(
                event.orderId(),
                content,
                OrderStatus.PLACED,
                content.shippingAddress(),
                content.notes(),
                null,
                false,
                null,
                placedAt,
                at,
                List.of(new HistoryEntry(placedAt, OrderStatus.PLACED, null)),
                1);
    }

    private static OrderView goOn(OrderView order, OrderEvent event, Instant at) {
        return switch (event) {
            case OrderPlaced placed -> placed(placed, at);
            case PaymentAwaited awaited ->
                next(order, OrderStatus.AWAITING_PAYMENT, null, at, awaited.payBy(), order.rejection());
            case OrderConfirmed confirmed ->
                next(order, OrderStatus.CONFIRMED, null, at, order.payBy(), order.rejection());
            case OrderRejected rejected ->
                next(
                        order,
                        OrderStatus.REJECTED,
                        rejected.code(),
                        at,
                        order.payBy(),
                        new RejectionView(rejected.code(), rejected.skus()));
            case OrderCancelled cancelled ->
                next(order, OrderStatus.CANCELLED, note(cancelled.reason()), at, order.payBy(), order.rejection());
            case OrderCompleted completed ->
                next(order, OrderStatus.COMPLETED, null, at, order.payBy(), order.rejection());
            case OrderAmended amended ->
                new OrderView(
                        order.id(),
                        order.content(),
                        order.status(),
                        amended.shippingAddress(),
                        amended.notes(),
                        order.payBy(),
                        order.dispatched(),
                        order.rejection(),
                        order.placedAt(),
                        at,
                        order.history(),
                        amended.version());
            case OrderDispatched dispatched ->
                new OrderView(
                        order.id(),
                        order.content(),
                        order.status(),
                        order.shippingAddress(),
                        order.notes(),
                        order.payBy(),
                        true,
                        order.rejection(),
                        order.placedAt(),
                        at,
                        order.history(),
                        order.version());
        };
    }

    private static OrderView next(
            OrderView order,
            OrderStatus status,
            @Nullable String note,
            Instant at,
            @Nullable Instant payBy,
            @Nullable RejectionView rejection) {
        return new OrderView(
                order.id(),
                order.content(),
                status,
                order.shippingAddress(),
                order.notes(),
                payBy,
                order.dispatched(),
                rejection,
                order.placedAt(),
                at,
                Stream.concat(order.history().stream(), Stream.of(new HistoryEntry(at, status, note)))
                        .toList(),
                order.version());
    }

    private static String note(CancellationReason reason) {
        return switch (reason) {
            case REQUESTED -> "requested";
            case NOT_PAID_IN_TIME -> "not_paid_in_time";
        };
    }
}
