package duka.notification.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Lets a few messages be under way at once, and fewer to the same endpoint: a slow one is not in the way of others. */
final class Turns {

    private static final int MOST = 5;
    private static final int MOST_TO_ONE = 3;

    private final Map<UUID, Integer> underWay = new HashMap<>();
    private int all;

    /** Whether another one may be sent now; whoever may says when it is over. */
    synchronized boolean begin(UUID endpoint) {
        if (all >= MOST || underWay.getOrDefault(endpoint, 0) >= MOST_TO_ONE) {
            return false;
        }
        all++;
        underWay.merge(endpoint, 1, Integer::sum);
        return true;
    }

    synchronized void end(UUID endpoint) {
        all--;
        underWay.computeIfPresent(endpoint, (id, count) -> count == 1 ? null : count - 1);
    }
}
