package duka.benchmarks;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long each of many calls took. */
final class Latencies {

    private final long[] nanos;
    private final AtomicInteger count = new AtomicInteger();

    Latencies(int capacity) {
        this.nanos = new long[capacity];
    }

    void add(long duration) {
        int at = count.getAndIncrement();
        if (at < nanos.length) {
            nanos[at] = duration;
        }
    }

    int count() {
        return Math.min(count.get(), nanos.length);
    }

    /** The shares of calls that took at most so many milliseconds: {@code p50 1.2  p95 3.4  p99 5.6 ms}. */
    String percentiles() {
        long[] sorted = Arrays.copyOf(nanos, count());
        Arrays.sort(sorted);
        return "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms"
                .formatted(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1.0));
    }

    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
