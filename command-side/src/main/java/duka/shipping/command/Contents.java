package duka.shipping.command;

import duka.kernel.Sku;
import duka.shipping.api.ShipmentItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what is in parcels; a SKU of which there is nothing is not named. */
final class Contents {

    private Contents() {}

    /** As much of what is wanted as is held. */
    static List<ShipmentItem> shared(List<ShipmentItem> held, List<ShipmentItem> wanted) {
        Map<Sku, Integer> there = count(held);
        Map<Sku, Integer> shared = count(wanted);
        shared.replaceAll((sku, pieces) -> Math.min(pieces, there.getOrDefault(sku, 0)));
        return items(shared);
    }

    /** What stays when some of it is taken out. */
    static List<ShipmentItem> less(List<ShipmentItem> held, List<ShipmentItem> taken) {
        Map<Sku, Integer> left = count(held);
        taken.forEach(item -> left.merge(item.sku(), -item.quantity(), Integer::sum));
        return items(left);
    }

    static List<ShipmentItem> both(List<ShipmentItem> some, List<ShipmentItem> more) {
        Map<Sku, Integer> both = count(some);
        more.forEach(item -> both.merge(item.sku(), item.quantity(), Integer::sum));
        return items(both);
    }

    private static Map<Sku, Integer> count(List<ShipmentItem> items) {
        Map<Sku, Integer> pieces = new LinkedHashMap<>();
        items.forEach(item -> pieces.merge(item.sku(), item.quantity(), Integer::sum));
        return pieces;
    }

    private static List<ShipmentItem> items(Map<Sku, Integer> pieces) {
        return pieces.entrySet().stream()
                .filter(line -> line.getValue() > 0)
                .map(line -> new ShipmentItem(line.getKey(), line.getValue()))
                .toList();
    }
}
