package duka.analytics.web;

import duka.kernel.web.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page of events begins, as an address says it. */
record Cursor(
        @Parameter(description = "The position of the last event that is known") @Nullable
        String after,

        @Parameter(description = "From 1 to 1,000; 100, if left out") @Nullable
        String limit) {

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}|1000");
    private static final int USUAL_SIZE = 100;

    /** @throws InvalidInput {@code position_invalid} */
    long position() {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        if (!POSITION.matcher(after).matches()) {
            throw InvalidInput.field("after", "position_invalid", "A position is a number that an answer gave.");
        }
        return Long.parseLong(after);
    }

    /** @throws InvalidInput {@code out_of_range} */
    int size() {
        if (limit == null || limit.isEmpty()) {
            return USUAL_SIZE;
        }
        if (!LIMIT.matcher(limit).matches()) {
            throw InvalidInput.field("limit", "out_of_range", "It is a number from 1 to 1,000.");
        }
        return Integer.parseInt(limit);
    }
}
