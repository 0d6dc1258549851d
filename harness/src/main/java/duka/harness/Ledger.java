package duka.harness;

import java.util.List;

/** What M-Pesa says was paid; whole shillings. */
record Ledger(List<Entry> entries, long shopBalance) {

    /** @param kind {@code payment}, {@code reversal} or {@code b2c} */
    record Entry(String kind, String receipt, String msisdn, long amount, String checkoutRequestId) {}
}
