package duka.shipping.api;

import duka.kernel.Sku;

/** How many pieces of a SKU are in a parcel. */
public record ShipmentItem(Sku sku, int quantity) {}
