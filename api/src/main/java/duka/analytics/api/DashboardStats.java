package duka.analytics.api;

import duka.kernel.Money;
import java.math.BigDecimal;

/**
 * How the shop does.
 *
 * @param pendingShipments parcels that are being prepared now, whatever the period
 * @param lowStock SKUs of which no more is available now than their threshold
 * @param previous the same number of days before
 */
public record DashboardStats(PeriodStats stats, long pendingShipments, long lowStock, PeriodStats previous) {

    /**
     * @param revenue settled payments less refunds
     * @param orders confirmed orders placed in the period
     * @param averageOrderValue what these orders came to on average, zero without any
     * @param customers who placed them; a guest is somebody new each time
     * @param newCustomers those of them who had not ordered before the period
     * @param conversionRate orders per view of a product, from 0 to 1; 0 without views
     */
    public record PeriodStats(
            Money revenue,
            long orders,
            Money averageOrderValue,
            long customers,
            long newCustomers,
            Money refunded,
            BigDecimal conversionRate) {}
}
