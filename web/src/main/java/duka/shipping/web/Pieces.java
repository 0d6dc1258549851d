package duka.shipping.web;

import duka.kernel.Sku;
import duka.shipping.api.ShipmentItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many pieces of each SKU; one of which there is none is not in it. */
record Pieces(Map<Sku, Integer> bySku) {

    static final Pieces NONE = new Pieces(Map.of());

    boolean isEmpty() {
        return bySku.isEmpty();
    }

    int of(Sku sku) {
        return bySku.getOrDefault(sku, 0);
    }

    List<ShipmentItem> items() {
        return bySku.entrySet().stream()
                .map(line -> new ShipmentItem(line.getKey(), line.getValue()))
                .toList();
    }

    /** What these do not cover. */
    Pieces less(List<ShipmentItem> items) {
        Map<Sku, Integer> left = new LinkedHashMap<>(bySku);
        for (ShipmentItem item : items) {
            left.computeIfPresent(
                    item.sku(), (sku, pieces) -> pieces > item.quantity() ? pieces - item.quantity() : null);
        }
        return new Pieces(left);
    }
}
