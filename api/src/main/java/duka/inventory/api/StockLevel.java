package duka.inventory.api;

/** Pieces on the shelf, and how many of them are held for orders. */
public record StockLevel(int onHand, int reserved) {

    public int available() {
        return onHand - reserved;
    }
}
