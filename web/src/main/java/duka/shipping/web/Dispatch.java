package duka.shipping.web;

import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.FieldProblem;
import duka.kernel.web.Ids;
import duka.kernel.web.IfMatch;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Queries;
import duka.ordering.api.OrderCommand.DispatchOrder;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderStatus;
import duka.shipping.api.ShipmentCommand.AdvanceShipment;
import duka.shipping.api.ShipmentCommand.AssignCarrier;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import duka.shipping.api.ShipmentView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves parcels on. Before one leaves, its order is asked: whether a cancellation came first is the order's to decide.
 */
@Component
class Dispatch {

    private final Queries queries;
    private final Commands commands;
    private final Clock clock;

    Dispatch(Queries queries, Commands commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /** @throws Rejection {@code order_not_confirmed} */
    Answer<Object> pack(ShipmentId id, ShipmentRequests.Create request) {
        OrderId order = Ids.parse(request.orderId(), OrderId::new);
        SaleView sale = queries.ask(new FindOrder(order), Sales.class).results().stream()
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("order"));
        List<ShipmentItem> items = items(request, sale.order().content().lines());
        if (sale.order().status() != OrderStatus.CONFIRMED) {
            throw new Rejection("order_not_confirmed", "Only a confirmed order can be shipped.");
        }
        return commands.send(
                new CreateShipment(id, order, sale.order().content().customerId(), items));
    }

    /** @throws Rejection {@code illegal_transition} or {@code order_not_confirmed} */
    Answer<Object> change(ShipmentView shipment, ShipmentRequests.Change request, IfMatch ifMatch) {
        ShipmentStatus status = ShipmentRequests.status(request.status());
        ifMatch.check(shipment.version());
        boolean moves = status != shipment.status();
        if (moves) {
            refuseUnlessPossible(shipment, status);
        }
        Answer<Object> answer = new Answer<>(null, true);
        boolean carrierChanges = !Objects.equals(shipment.carrier(), request.carrier())
                || !Objects.equals(shipment.trackingNumber(), request.trackingNumber());
        if (carrierChanges) {
            answer = commands.send(
                    new AssignCarrier(shipment.id(), request.carrier(), request.trackingNumber(), ifMatch.version()));
        }
        if (!moves) {
            return answer;
        }
        Long expected = carrierChanges ? null : ifMatch.version();
        Answer<Object> moved = advance(
                shipment,
                new AdvanceShipment(
                        shipment.id(), status, null, null, clock.instant(), isTrue(request.restock()), expected));
        return new Answer<>(null, answer.visible() && moved.visible());
    }

    /** @throws Rejection {@code illegal_transition} or {@code order_not_confirmed} */
    Answer<Object> report(ShipmentView shipment, ShipmentRequests.Event event) {
        ShipmentStatus status = ShipmentRequests.status(event.status());
        if (status != shipment.status()) {
            refuseUnlessPossible(shipment, status);
        }
        return advance(
                shipment,
                new AdvanceShipment(
                        shipment.id(),
                        status,
                        event.location(),
                        event.note(),
                        event.at() == null ? clock.instant() : event.at(),
                        isTrue(event.restock()),
                        null));
    }

    private Answer<Object> advance(ShipmentView shipment, AdvanceShipment command) {
        if (command.status().hasLeft() && !shipment.status().hasLeft()) {
            commands.send(new DispatchOrder(shipment.orderId()));
        }
        return commands.send(command);
    }

    /** Asked before the order is told that a parcel leaves, since that cannot be taken back. */
    private static void refuseUnlessPossible(ShipmentView shipment, ShipmentStatus next) {
        if (!shipment.status().canBecome(next)) {
            throw new Rejection(
                    "illegal_transition",
                    "A parcel cannot go that way.",
                    Map.of("from", lower(shipment.status()), "to", lower(next)));
        }
    }

    private static List<ShipmentItem> items(ShipmentRequests.Create request, List<OrderLine> ordered) {
        List<ShipmentItem> items = new ArrayList<>();
        for (ShipmentRequests.Item written : request.items()) {
            Sku sku = Sku.parse(written.sku()).orElse(null);
            boolean fits =
                    ordered.stream().anyMatch(line -> line.sku().equals(sku) && written.quantity() <= line.quantity());
            if (sku == null || !fits) {
                throw InvalidInput.fields(List.of(new FieldProblem(
                        "items[" + items.size() + "]", "not_in_order", "The order has not so many of it.")));
            }
            items.add(new ShipmentItem(sku, written.quantity()));
        }
        return List.copyOf(items);
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static String lower(ShipmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
