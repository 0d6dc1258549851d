package duka.inventory.saga;

import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand.Restock;
import duka.inventory.api.StockItemId;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.util.Comparator;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Puts goods that came back on the shelf again, when staff say that they can be sold. It stands beside the checkout,
 * since a parcel may come back long after its sale has ended.
 */
@Component
@ProcessingGroup("inventory.returns")
final class RestockOnParcelReturned {

    private final CommandGateway commands;

    RestockOnParcelReturned(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(ShipmentAdvanced advanced) {
        if (advanced.status() == ShipmentStatus.RETURNED && advanced.restock()) {
            advanced.items().stream()
                    .sorted(Comparator.comparing(ShipmentItem::sku))
                    .map(item -> restock(advanced, item))
                    .forEach(commands::sendAndWait);
        }
    }

    private static Restock restock(ShipmentAdvanced parcel, ShipmentItem item) {
        ReservationId back = ReservationId.ofReturn(parcel.shipmentId().value(), item.sku());
        return new Restock(StockItemId.of(item.sku()), back, parcel.orderId(), item.quantity());
    }
}
