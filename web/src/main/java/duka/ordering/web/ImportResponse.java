package duka.ordering.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much past trade is in the books now, by this call or an earlier one, and what is not. */
record ImportResponse(int orders, int refunds, List<Excluded> excluded) {

    /** @param sku the line in question, or {@code null} for all of it */
    record Excluded(String number, @Nullable String sku, String reason) {}
}
