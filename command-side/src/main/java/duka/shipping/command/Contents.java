package duka.shipping.command;

import duka.kernel.Rejection;
import duka.shipping.api.ShipmentItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts what is in a parcel. */
final class Contents {

    private Contents() {}

    /**
     * What stays when some of it is taken out; a SKU of which nothing stays is not named.
     *
     * @throws Rejection {@code more_than_ordered}, if there is not so much of it, {@code shipment_empty} and {@code
     *     quantity_out_of_range}
     */
    static List<ShipmentItem> less(List<ShipmentItem> held, List<ShipmentItem> taken) {
        if (taken.isEmpty()) {
            throw new Rejection("shipment_empty", "There is nothing in the parcel.");
        }
        List<ShipmentItem> left = held;
        for (ShipmentItem item : taken) {
            left = less(left, item);
        }
        return left;
    }

    private static List<ShipmentItem> less(List<ShipmentItem> held, ShipmentItem taken) {
        if (taken.quantity() < 1) {
            throw new Rejection("quantity_out_of_range", "A parcel holds at least one piece of what is in it.");
        }
        int there = held.stream()
                .filter(item -> item.sku().equals(taken.sku()))
                .mapToInt(ShipmentItem::quantity)
                .sum();
        if (there < taken.quantity()) {
            throw new Rejection(
                    "more_than_ordered",
                    "So many pieces are not left to be packed.",
                    Map.of("sku", taken.sku().code(), "left", there));
        }
        List<ShipmentItem> left = new ArrayList<>();
        for (ShipmentItem item : held) {
            if (!item.sku().equals(taken.sku())) {
                left.add(item);
            }
        }
        if (there > taken.quantity()) {
            left.add(new ShipmentItem(taken.sku(), there - taken.quantity()));
        }
        return List.copyOf(left);
    }
}
