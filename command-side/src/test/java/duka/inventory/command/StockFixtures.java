package duka.inventory.command;

import duka.catalog.api.ProductId;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockCommand.CommitReservation;
import duka.inventory.api.StockCommand.OpenStockItem;
import duka.inventory.api.StockCommand.ReleaseReservation;
import duka.inventory.api.StockCommand.ReserveStock;
import duka.inventory.api.StockCommand.Restock;
import duka.inventory.api.StockEvent.ReservationCommitted;
import duka.inventory.api.StockEvent.ReservationReleased;
import duka.inventory.api.StockEvent.StockAdjusted;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.inventory.api.StockEvent.StockItemRetired;
import duka.inventory.api.StockEvent.StockReserved;
import duka.inventory.api.StockEvent.StockRestocked;
import duka.inventory.api.StockItemId;
import duka.inventory.api.StockLevel;
import duka.kernel.OrderId;
import duka.kernel.Sku;
import java.util.UUID;

/** The shelf of one mug, and what orders do to it. The n-th order is the same in every test. */
final class StockFixtures {

    static final Sku MUG = new Sku("Mug-1");
    static final StockItemId SHELF = StockItemId.of(MUG);
    static final ProductId PRODUCT = new ProductId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0001L));
    static final ProductId OTHER_PRODUCT = new ProductId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0002L));

    private StockFixtures() {}

    static OrderId order(int n) {
        return new OrderId(new UUID(0x0193_0000_0001_7000L, 0x8000_0000_0000_0000L + n));
    }

    static ReservationId reservation(int n) {
        return ReservationId.of(order(n), MUG);
    }

    static UUID adjustment(int n) {
        return new UUID(0x0193_0000_0002_7000L, 0x8000_0000_0000_0000L + n);
    }

    static OpenStockItem open(int onHand) {
        return new OpenStockItem(SHELF, MUG, PRODUCT, onHand);
    }

    static ReserveStock reserve(int order, int quantity) {
        return new ReserveStock(SHELF, reservation(order), order(order), quantity);
    }

    static CommitReservation commit(int order) {
        return new CommitReservation(SHELF, reservation(order), order(order));
    }

    static ReleaseReservation release(int order) {
        return new ReleaseReservation(SHELF, reservation(order), order(order));
    }

    static Restock restock(int order, int quantity) {
        return new Restock(SHELF, reservation(order), order(order), quantity);
    }

    static AdjustStock adjust(int adjustment, int delta) {
        return new AdjustStock(SHELF, adjustment(adjustment), delta, "Counted by hand");
    }

    static StockItemOpened opened(int onHand) {
        return new StockItemOpened(MUG, PRODUCT, new StockLevel(onHand, 0), 5);
    }

    static StockReserved reserved(int order, int quantity, StockLevel level) {
        return new StockReserved(MUG, PRODUCT, reservation(order), order(order), quantity, level);
    }

    static ReservationCommitted committed(int order, int quantity, StockLevel level) {
        return new ReservationCommitted(MUG, PRODUCT, reservation(order), order(order), quantity, level);
    }

    static ReservationReleased released(int order, int quantity, StockLevel level) {
        return new ReservationReleased(MUG, PRODUCT, reservation(order), order(order), quantity, level);
    }

    static StockRestocked restocked(int order, int quantity, StockLevel level) {
        return new StockRestocked(MUG, PRODUCT, reservation(order), order(order), quantity, level);
    }

    static StockAdjusted adjusted(int adjustment, int delta, StockLevel level) {
        return new StockAdjusted(MUG, PRODUCT, adjustment(adjustment), delta, "Counted by hand", level);
    }

    static StockItemRetired retired(StockLevel level) {
        return new StockItemRetired(MUG, PRODUCT, level);
    }

    /** Pieces on hand, and how many of them are held. */
    static StockLevel level(int onHand, int reserved) {
        return new StockLevel(onHand, reserved);
    }
}
