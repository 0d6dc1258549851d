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
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Queries;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderStatus;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Packs more parcels for an order. Everything that was ordered lies in its first parcel from the beginning; another one
 * takes its goods out of a parcel that has not left, which decides how much of them there is.
 */
@Component
class Packing {

    private final Queries queries;
    private final Commands commands;
    private final Clock clock;

    Packing(Queries queries, Commands commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /** @throws Rejection {@code order_not_confirmed}, {@code more_than_ordered} or {@code items_in_several_parcels} */
    Answer<Object> pack(ShipmentId id, ShipmentRequests.Create request) {
        OrderId order = Ids.parse(request.orderId(), OrderId::new);
        SaleView sale = queries.ask(new FindOrder(order), Sales.class).results().stream()
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("order"));
        List<ShipmentItem> items = items(request, sale.order().content().lines());
        boolean repeated =
                sale.shipments().stream().anyMatch(parcel -> parcel.id().equals(id));
        if (!repeated) {
            if (sale.order().status() != OrderStatus.CONFIRMED) {
                throw new Rejection("order_not_confirmed", "Only a confirmed order can be shipped.");
            }
            ShipmentView source = source(sale.shipments(), items);
            commands.send(new SplitShipment(source.id(), id, items, clock.instant()));
        }
        return commands.send(
                new CreateShipment(id, order, sale.order().content().customerId(), items));
    }

    private static ShipmentView source(List<ShipmentView> parcels, List<ShipmentItem> items) {
        List<ShipmentView> here =
                parcels.stream().filter(parcel -> parcel.status().canBeSplit()).toList();
        for (ShipmentItem item : items) {
            int left =
                    here.stream().mapToInt(parcel -> held(parcel, item.sku())).sum();
            if (left < item.quantity()) {
                throw new Rejection(
                        "more_than_ordered",
                        "All parcels together would hold more than was ordered.",
                        Map.of("sku", item.sku().code(), "left", left));
            }
        }
        return here.stream()
                .filter(parcel -> items.stream().allMatch(item -> held(parcel, item.sku()) >= item.quantity()))
                .findFirst()
                .orElseThrow(() -> new Rejection(
                        "items_in_several_parcels", "A new parcel takes its goods out of a single other one."));
    }

    private static int held(ShipmentView parcel, Sku sku) {
        return parcel.items().stream()
                .filter(item -> item.sku().equals(sku))
                .mapToInt(ShipmentItem::quantity)
                .sum();
    }

    /** One line per SKU, as the order writes it. */
    private static List<ShipmentItem> items(ShipmentRequests.Create request, List<OrderLine> ordered) {
        Map<Sku, Integer> pieces = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        int n = 0;
        for (ShipmentRequests.Item written : request.items()) {
            Sku sku = Sku.parse(written.sku())
                    .filter(known ->
                            ordered.stream().anyMatch(line -> line.sku().equals(known)))
                    .orElse(null);
            if (sku == null) {
                problems.add(new FieldProblem("items[" + n + "]", "not_in_order", "The order has none of it."));
            } else {
                pieces.merge(sku, written.quantity(), Integer::sum);
            }
            n++;
        }
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
        return pieces.entrySet().stream()
                .map(line -> new ShipmentItem(line.getKey(), line.getValue()))
                .toList();
    }
}
