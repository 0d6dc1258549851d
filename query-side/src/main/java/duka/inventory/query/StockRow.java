package duka.inventory.query;

import duka.inventory.api.StockView;
import java.util.UUID;

/**
 * A row of {@code read.stock_item}: what one product has of one SKU. A SKU that another product takes over begins a row
 * of its own, since the events of two products are read side by side.
 *
 * @param sold how many pieces the product ever sold of it, less what came back
 * @param opened where in the SKU's own history this row began last: the highest is the one that counts
 */
record StockRow(StockView view, long sold, long opened) {

    Key key() {
        return new Key(view.sku().normalized(), view.productId().value());
    }

    record Key(String sku, UUID product) {}
}
