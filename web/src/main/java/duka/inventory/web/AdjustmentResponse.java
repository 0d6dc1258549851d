package duka.inventory.web;

import duka.inventory.api.StockQuery.Adjustment;
import java.time.Instant;

/** One correction of what is on hand, and what it left there. */
record AdjustmentResponse(String id, int delta, String reason, int onHand, Instant at, String actor) {

    static AdjustmentResponse of(Adjustment adjustment) {
        return new AdjustmentResponse(
                adjustment.id().toString(),
                adjustment.delta(),
                adjustment.reason(),
                adjustment.onHand(),
                adjustment.at(),
                adjustment.actor());
    }
}
