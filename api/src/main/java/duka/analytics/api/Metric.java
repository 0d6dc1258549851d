package duka.analytics.api;

/** A figure that can be explained by the events that add up to it. */
public enum Metric {
    /** Settled payments less refunds, each on its own day. */
    REVENUE,
    /** Confirmed orders, by when they were placed. */
    ORDERS,
    /** Pieces in confirmed orders, by when they were placed. */
    UNITS,
    /** What went back of what orders had paid; money that no order needed is not part of it. */
    REFUNDED;

    /** Whether it is an amount of money and not a count. */
    public boolean isMoney() {
        return this == REVENUE || this == REFUNDED;
    }
}
