package duka.shipping.web;

import duka.kernel.Rejection;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.IfMatch;
import duka.ordering.api.OrderCommand.DispatchOrder;
import duka.shipping.api.ShipmentCommand.AdvanceShipment;
import duka.shipping.api.ShipmentCommand.AssignCarrier;
import duka.shipping.api.ShipmentStatus;
import duka.shipping.api.ShipmentView;
import java.time.Clock;
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

    private final Commands commands;
    private final Clock clock;

    Dispatch(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @throws Rejection {@code illegal_transition} or {@code order_not_confirmed} */
    Answer<Object> change(ShipmentView shipment, ShipmentRequests.Change request, IfMatch ifMatch) {
        ShipmentStatus status = ShipmentRequests.status(request.status());
        ifMatch.check(shipment.version());
        if (status != shipment.status()) {
            refuseUnlessPossible(shipment, status);
        }
        boolean moves = status != shipment.status() || isTrue(request.restock());
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

    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static String lower(ShipmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
