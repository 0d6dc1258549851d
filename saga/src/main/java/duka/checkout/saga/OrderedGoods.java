package duka.checkout.saga;

import duka.kernel.Sku;
import duka.ordering.api.OrderLine;
import duka.shipping.api.ShipmentItem;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one order is about: how many pieces of which SKUs, sorted, so that no two sales wait for each other's stock. */
record OrderedGoods(List<Line> lines) {

    static final OrderedGoods NONE = new OrderedGoods(List.of());

    record Line(Sku sku, int quantity) {}

    static OrderedGoods of(List<OrderLine> ordered) {
        return new OrderedGoods(ordered.stream()
                .collect(Collectors.toMap(OrderLine::sku, OrderLine::quantity, Math::addExact, TreeMap::new))
                .entrySet()
                .stream()
                .map(piece -> new Line(piece.getKey(), piece.getValue()))
                .toList());
    }

    List<ShipmentItem> items() {
        return lines.stream()
                .map(line -> new ShipmentItem(line.sku(), line.quantity()))
                .toList();
    }
}
