package duka.checkout.saga;

import duka.kernel.api.Deadlines;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Deadlines as the table would hold them, by kind; the tests follow one order. */
final class RecordedDeadlines implements Deadlines {

    private final Map<String, Instant> byKind = new TreeMap<>();

    @Override
    public void set(String kind, String id, Instant dueAt) {
        byKind.put(kind, dueAt);
    }

    @Override
    public void clear(String kind, String id) {
        byKind.remove(kind);
    }

    Map<String, Instant> pending() {
        return byKind;
    }
}
