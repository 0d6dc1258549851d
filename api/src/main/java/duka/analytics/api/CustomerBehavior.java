package duka.analytics.api;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * Who buys, and how often. A guest is somebody new each time; so cohorts, segments and the best customers are of accounts
 * alone.
 *
 * @param newCustomers buyers of the period who had not ordered before it
 * @param returningCustomers the other buyers of the period
 * @param repeatRate which part of the buyers has ordered more than once by the end of the period
 * @param averageOrders orders of the period per buyer
 * @param cohorts by the month of the first order
 * @param topCustomers the ten who paid most in the period
 * @param segments all accounts that ordered by the end of the period
 * @param abandonedCarts carts that were filled last in the period, and more than an hour ago, and still hold goods
 */
public record CustomerBehavior(
        long newCustomers,
        long returningCustomers,
        BigDecimal repeatRate,
        BigDecimal averageOrders,
        List<Cohort> cohorts,
        List<TopCustomer> topCustomers,
        List<SegmentSize> segments,
        long abandonedCarts) {

    /** @param retention which part of them ordered in that month, in the next one, and so on to the period's last */
    public record Cohort(YearMonth month, long size, List<BigDecimal> retention) {}

    /** @param revenue what they paid in the period less what went back */
    public record TopCustomer(AccountId id, long orders, Money revenue) {}

    /**
     * By how long ago the last order was (30 and 90 days), how many there were (2 and 4), and what they came to (the
     * average and twice that).
     */
    public enum Segment {
        CHAMPIONS,
        LOYAL,
        BIG_SPENDERS,
        NEW,
        PROMISING,
        AT_RISK,
        LOST
    }

    public record SegmentSize(Segment segment, long customers) {}
}
