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
import duka.shipping.api.ShipmentCommand.FillShipment;
import duka.shipping.api.ShipmentCommand.Given;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentQuery.FindShipment;
import duka.shipping.api.ShipmentQuery.Shipments;
import duka.shipping.api.ShipmentView;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Packs more parcels for an order. Everything that was ordered lies in its first parcel from the beginning; another one
 * takes its goods out of parcels that have not left, each of which decides how much of them it has. Each of them gives
 * to a parcel once and remembers it, so that a request that is run again goes on where it was cut off.
 */
@Component
class Packing {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(15);

    private final Queries queries;
    private final Commands commands;
    private final Clock clock;

    Packing(Queries queries, Commands commands, Clock clock) {
        this.queries = queries;
        this.commands = commands;
        this.clock = clock;
    }

    /** @throws Rejection {@code order_not_confirmed} or {@code more_than_ordered} */
    Answer<Object> pack(ShipmentId id, ShipmentRequests.Create request) {
        OrderId order = Ids.parse(request.orderId(), OrderId::new);
        SaleView sale = queries.ask(new FindOrder(order), Sales.class).results().stream()
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("order"));
        Pieces wanted = wanted(request, sale.order().content().lines());
        List<ShipmentView> others = sale.shipments().stream()
                .filter(parcel -> !parcel.id().equals(id))
                .toList();
        Map<ShipmentId, List<ShipmentItem>> given = new LinkedHashMap<>();
        others.forEach(parcel -> take(parcel, id, Pieces.NONE, given));
        if (given.isEmpty()) {
            refuseUnlessPossible(sale, others, wanted);
        }
        Pieces missing = collect(id, others, wanted, given);
        if (given.isEmpty()) {
            throw moreThanOrdered(wanted, missing, Map.of());
        }
        Answer<Object> answer = fill(id, sale, given);
        if (!missing.isEmpty()) {
            throw moreThanOrdered(wanted, missing, Map.of("shipment_id", id.toString()));
        }
        return answer.visible() ? shown(id, 1L + given.size()) : answer;
    }

    /**
     * Waits until the parcel can be read as it was filled. The checkout fills it too, and if that was quicker, the
     * commands here did nothing that could be waited for. Past the wait the answer is one that is not visible yet.
     */
    private Answer<Object> shown(ShipmentId id, long version) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            boolean there = queries.ask(new FindShipment(id), Shipments.class).results().stream()
                    .anyMatch(parcel -> parcel.version() >= version);
            if (there) {
                return new Answer<>(null, true);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new Answer<>(null, false);
    }

    private static void refuseUnlessPossible(SaleView sale, List<ShipmentView> parcels, Pieces wanted) {
        if (sale.order().status() != OrderStatus.CONFIRMED) {
            throw new Rejection("order_not_confirmed", "Only a confirmed order can be shipped.");
        }
        Pieces missing = wanted;
        for (ShipmentView parcel : parcels) {
            if (parcel.status().canBeSplit()) {
                missing = missing.less(parcel.items());
            }
        }
        if (!missing.isEmpty()) {
            throw moreThanOrdered(wanted, missing, Map.of());
        }
    }

    /** Asks parcels until there is enough, first those that hold all of it. @return what nobody had */
    private Pieces collect(
            ShipmentId id, List<ShipmentView> parcels, Pieces wanted, Map<ShipmentId, List<ShipmentItem>> given) {
        Pieces missing = wanted;
        for (List<ShipmentItem> items : given.values()) {
            missing = missing.less(items);
        }
        Pieces sought = missing;
        List<ShipmentView> asked = parcels.stream()
                .filter(parcel -> !given.containsKey(parcel.id()))
                .sorted(Comparator.comparing(
                        parcel -> !sought.less(parcel.items()).isEmpty()))
                .toList();
        for (ShipmentView parcel : asked) {
            if (!missing.isEmpty()) {
                missing = missing.less(take(parcel, id, missing, given));
            }
        }
        return missing;
    }

    private List<ShipmentItem> take(
            ShipmentView parcel, ShipmentId into, Pieces wanted, Map<ShipmentId, List<ShipmentItem>> given) {
        Answer<Given> answer = commands.send(new SplitShipment(parcel.id(), into, wanted.items(), clock.instant()));
        List<ShipmentItem> items = Objects.requireNonNull(answer.result()).items();
        if (!items.isEmpty()) {
            given.put(parcel.id(), items);
        }
        return items;
    }

    private Answer<Object> fill(ShipmentId id, SaleView sale, Map<ShipmentId, List<ShipmentItem>> given) {
        boolean visible = true;
        for (Map.Entry<ShipmentId, List<ShipmentItem>> gift : given.entrySet()) {
            Answer<Object> filled = commands.send(new FillShipment(
                    id, sale.order().id(), sale.order().content().customerId(), gift.getKey(), gift.getValue()));
            visible = visible && filled.visible();
        }
        return new Answer<>(null, visible);
    }

    private static Rejection moreThanOrdered(Pieces wanted, Pieces missing, Map<String, Object> more) {
        ShipmentItem scarce = missing.items().getFirst();
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("sku", scarce.sku().code());
        details.put("left", wanted.of(scarce.sku()) - scarce.quantity());
        return new Rejection("more_than_ordered", "All parcels together would hold more than was ordered.", details);
    }

    /** One line per SKU, as the order writes it. */
    private static Pieces wanted(ShipmentRequests.Create request, List<OrderLine> ordered) {
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
        return new Pieces(pieces);
    }
}
