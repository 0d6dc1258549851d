package duka.analytics.query;

import duka.kernel.OrderId;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code read.figure_money}.
 *
 * @param id the payment that came, or the refund that went
 * @param counts false for an excess on its way back: it was never counted in
 * @param amount in minor units, below zero for what went back
 * @param position of the event that says so
 */
record MoneyFact(UUID id, OrderId order, boolean refund, boolean counts, Instant at, long amount, long position) {}
