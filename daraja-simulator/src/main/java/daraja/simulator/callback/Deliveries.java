package daraja.simulator.callback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The last posts with their bodies, for assertions; older ones are only counted. */
public final class Deliveries {

    private static final int KEPT = 2_000;

    private final Deque<Delivery> last = new ArrayDeque<>();
    private long count;

    synchronized void add(Delivery delivery) {
        count++;
        last.addLast(delivery);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** Those that fit, oldest first. */
    public synchronized List<Delivery> last(Predicate<Delivery> fits) {
        return last.stream().filter(fits).toList();
    }

    public synchronized long count() {
        return count;
    }

    public synchronized void clear() {
        last.clear();
        count = 0;
    }
}
