package duka.inventory.query;

import duka.inventory.api.StockView;

/** A row of {@code read.stock_item}: the view, and how many pieces were ever sold. */
record StockRow(StockView view, long sold) {}
