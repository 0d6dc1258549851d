package duka.analytics.web;

import duka.analytics.api.DashboardStats;
import duka.analytics.api.DashboardStats.PeriodStats;
import duka.analytics.api.Period;
import duka.kernel.web.MoneyJson;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How the shop does, beside how it did in as many days before. */
record DashboardResponse(
        MoneyJson revenue,
        long orders,
        MoneyJson averageOrderValue,
        long customers,
        long newCustomers,
        long pendingShipments,
        long lowStock,
        MoneyJson refunded,
        BigDecimal conversionRate,
        Previous previous) {

    /**
     * @param pendingShipments always {@code null}: how many there were then is not kept
     * @param lowStock likewise
     */
    record Previous(
            MoneyJson revenue,
            long orders,
            MoneyJson averageOrderValue,
            long customers,
            long newCustomers,
            @Nullable Long pendingShipments,
            @Nullable Long lowStock,
            MoneyJson refunded,
            BigDecimal conversionRate) {

        private static Previous of(PeriodStats stats) {
            return new Previous(
                    MoneyJson.of(stats.revenue()),
                    stats.orders(),
                    MoneyJson.of(stats.averageOrderValue()),
                    stats.customers(),
                    stats.newCustomers(),
                    null,
                    null,
                    MoneyJson.of(stats.refunded()),
                    stats.conversionRate());
        }
    }

    static DashboardResponse of(DashboardStats dashboard) {
        PeriodStats stats = dashboard.stats();
        return new DashboardResponse(
                MoneyJson.of(stats.revenue()),
                stats.orders(),
                MoneyJson.of(stats.averageOrderValue()),
                stats.customers(),
                stats.newCustomers(),
                dashboard.pendingShipments(),
                dashboard.lowStock(),
                MoneyJson.of(stats.refunded()),
                stats.conversionRate(),
                Previous.of(dashboard.previous()));
    }

    static CsvFile csv(DashboardStats dashboard, Period period) {
        CsvFile file = new CsvFile(
                "dashboard",
                "from",
                "to",
                "revenue",
                "orders",
                "average_order_value",
                "customers",
                "new_customers",
                "pending_shipments",
                "low_stock",
                "refunded",
                "conversion_rate",
                "currency");
        row(file, period, dashboard.stats(), dashboard.pendingShipments(), dashboard.lowStock());
        row(file, period.previous(), dashboard.previous(), null, null);
        return file;
    }

    private static void row(
            CsvFile file, Period period, PeriodStats stats, @Nullable Long pendingShipments, @Nullable Long lowStock) {
        file.row(
                period.from(),
                period.to(),
                MoneyJson.of(stats.revenue()),
                stats.orders(),
                MoneyJson.of(stats.averageOrderValue()),
                stats.customers(),
                stats.newCustomers(),
                pendingShipments,
                lowStock,
                MoneyJson.of(stats.refunded()),
                stats.conversionRate(),
                stats.revenue().currency());
    }
}
