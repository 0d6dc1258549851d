package duka.checkout.api;

import java.util.List;

/** One page of orders, or none or one of them. */
public record Sales(long count, List<SaleView> results) {}
