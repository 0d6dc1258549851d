package duka.inventory.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.catalog.api.ProductId;
import duka.inventory.api.ReservationAnswer;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockCommand.CommitReservation;
import duka.inventory.api.StockCommand.OpenStockItem;
import duka.inventory.api.StockCommand.ReleaseReservation;
import duka.inventory.api.StockCommand.ReserveStock;
import duka.inventory.api.StockCommand.Restock;
import duka.inventory.api.StockCommand.RetireStockItem;
import duka.inventory.api.StockCommand.SetLowStockThreshold;
import duka.inventory.api.StockEvent.LowStockThresholdSet;
import duka.inventory.api.StockEvent.ReservationCommitted;
import duka.inventory.api.StockEvent.ReservationReleased;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.inventory.api.StockEvent.StockItemRetired;
import duka.inventory.api.StockEvent.StockReserved;
import duka.inventory.api.StockEvent.StockRestocked;
import duka.inventory.api.StockItemId;
import duka.inventory.api.StockLevel;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.command.ExpectedVersion;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The shelf of one SKU: available = on hand − reserved, and never below zero. A reservation ends once, sold or free
 * again.
 *
 * <p>What an order asks never throws, and meets a SKU that nobody ever counted like one that is sold out; such a
 * question leaves no trace. What ended is remembered for the last {@value RecentIds#KEPT} times: a reservation that is
 * asked for again later than that is held anew (the daily search for open reservations of ended orders finds it), and
 * a restock or an adjustment that is repeated later than that is made again.
 */
@Aggregate(type = "inventory.StockItem", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class StockItem {

    private static final int USUAL_LOW_STOCK_THRESHOLD = 5;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the event store alone reads it
    private StockItemId id;

    private Sku sku;
    private ProductId productId;
    private boolean onSale;
    private StockLevel level = new StockLevel(0, 0);
    private int lowStockThreshold;
    private long version;
    private Reservations reservations = Reservations.none();
    private RecentIds restocked = RecentIds.none();
    private RecentIds adjusted = RecentIds.none();

    @SuppressWarnings("NullAway.Init")
    StockItem() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenStockItem command) {
        if (onSale && productId.equals(command.productId())) {
            return;
        }
        refuseWhileReserved();
        if (command.onHand() < 0) {
            throw belowZero();
        }
        StockLevel full = new StockLevel(command.onHand(), 0);
        apply(new StockItemOpened(command.sku(), command.productId(), full, USUAL_LOW_STOCK_THRESHOLD));
    }

    @EventSourcingHandler
    void evolve(StockItemOpened event) {
        id = StockItemId.of(event.sku());
        sku = event.sku();
        productId = event.productId();
        onSale = true;
        level = event.level();
        lowStockThreshold = event.lowStockThreshold();
        version = 1;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ReservationAnswer decide(ReserveStock command) {
        ReservationId reservation = command.reservationId();
        Integer held = reservations.heldBy(reservation);
        if (held != null) {
            return new ReservationAnswer.Reserved(held);
        }
        int quantity = command.quantity();
        if (quantity < 1 || quantity > available() || reservations.hasEnded(reservation)) {
            return new ReservationAnswer.Refused(available());
        }
        apply(new StockReserved(sku, productId, reservation, command.orderId(), quantity, levelAfter(0, quantity)));
        return new ReservationAnswer.Reserved(quantity);
    }

    @EventSourcingHandler
    void evolve(StockReserved event) {
        level = event.level();
        reservations.begin(event.reservationId(), event.quantity());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CommitReservation command) {
        ReservationId reservation = command.reservationId();
        Integer held = reservations.heldBy(reservation);
        if (held != null) {
            apply(new ReservationCommitted(
                    sku, productId, reservation, command.orderId(), held, levelAfter(-held, -held)));
        }
    }

    @EventSourcingHandler
    void evolve(ReservationCommitted event) {
        level = event.level();
        reservations.end(event.reservationId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReleaseReservation command) {
        ReservationId reservation = command.reservationId();
        Integer held = reservations.heldBy(reservation);
        if (held != null) {
            apply(new ReservationReleased(sku, productId, reservation, command.orderId(), held, levelAfter(0, -held)));
        }
    }

    @EventSourcingHandler
    void evolve(ReservationReleased event) {
        level = event.level();
        reservations.end(event.reservationId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(Restock command) {
        ReservationId reservation = command.reservationId();
        int quantity = command.quantity();
        boolean sold = version > 0 && reservations.heldBy(reservation) == null;
        if (sold && quantity > 0 && !restocked.contains(reservation.value())) {
            apply(new StockRestocked(
                    sku, productId, reservation, command.orderId(), quantity, levelAfter(quantity, 0)));
        }
    }

    @EventSourcingHandler
    void evolve(StockRestocked event) {
        level = event.level();
        restocked.remember(event.reservationId().value());
    }

    @CommandHandler
    void decide(AdjustStock command) {
        if (adjusted.contains(command.adjustmentId())) {
            return;
        }
        refuseUnlessOnSale();
        long left = (long) level.onHand() + command.delta();
        if (left < level.reserved()) {
            throw belowZero();
        }
        if (left > Integer.MAX_VALUE) {
            throw new Rejection("quantity_out_of_range", "No shelf holds so many pieces.");
        }
        StockLevel after = levelAfter(command.delta(), 0);
        apply(new StockAdjusted(sku, productId, command.adjustmentId(), command.delta(), command.reason(), after));
    }

    @EventSourcingHandler
    void evolve(StockAdjusted event) {
        level = event.level();
        adjusted.remember(event.adjustmentId());
    }

    @CommandHandler
    void decide(SetLowStockThreshold command) {
        refuseUnlessOnSale();
        ExpectedVersion.require(command.expectedVersion(), version);
        if (command.threshold() < 0) {
            throw new Rejection("threshold_invalid", "A threshold is not negative.");
        }
        if (command.threshold() != lowStockThreshold) {
            apply(new LowStockThresholdSet(sku, productId, command.threshold(), version + 1, level));
        }
    }

    @EventSourcingHandler
    void evolve(LowStockThresholdSet event) {
        lowStockThreshold = event.threshold();
        version = event.version();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetireStockItem command) {
        if (onSale) {
            refuseWhileReserved();
            apply(new StockItemRetired(sku, productId, level));
        }
    }

    @EventSourcingHandler
    void evolve(StockItemRetired event) {
        onSale = false;
    }

    private int available() {
        return onSale ? level.available() : 0;
    }

    private StockLevel levelAfter(int onHand, int reserved) {
        return new StockLevel(level.onHand() + onHand, level.reserved() + reserved);
    }

    private void refuseUnlessOnSale() {
        if (!onSale) {
            throw Rejection.notFound("stock item");
        }
    }

    private void refuseWhileReserved() {
        if (level.reserved() > 0) {
            throw new Rejection("variant_in_use", "Orders hold some of it.", Map.of("reserved", level.reserved()));
        }
    }

    private Rejection belowZero() {
        return new Rejection(
                "stock_below_zero",
                "Fewer pieces would be left than are held for orders.",
                Map.of("on_hand", level.onHand(), "reserved", level.reserved()));
    }
}
