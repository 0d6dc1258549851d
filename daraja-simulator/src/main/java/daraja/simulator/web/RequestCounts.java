package daraja.simulator.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each of Safaricom's paths was called: what a test of "exactly one push" looks at. */
public final class RequestCounts {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String path) {
        if (!path.equals("/") && !path.startsWith("/simulator")) {
            counts.computeIfAbsent(path, p -> new LongAdder()).increment();
        }
    }

    public Map<String, Long> all() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((path, adder) -> sums.put(path, adder.sum()));
        return sums;
    }

    public void clear() {
        counts.clear();
    }
}
