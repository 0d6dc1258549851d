package duka.checkout.api;

import duka.ordering.api.OrderNumber;
import duka.payment.api.RefundId;
import java.util.List;

/**
 * What shop and buyer still owe each other.
 *
 * @param orders those that go on, whose prompt may still bring money, or whose money has to go back
 * @param refunds those that are on their way
 */
public record Obligations(List<OrderNumber> orders, List<RefundId> refunds) {}
