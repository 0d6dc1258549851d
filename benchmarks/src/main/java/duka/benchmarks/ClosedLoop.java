package duka.benchmarks;

import duka.harness.Http.Reply;
import duka.harness.OwnSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** As many calls as so many callers can make who each wait for their answer. */
final class ClosedLoop {

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int MOST_CALLS = 2_000_000;

    private final OwnSystem system;
    private final int callers;
    private final Duration time;

    ClosedLoop(OwnSystem system, int callers, Duration time) {
        this.system = system;
        this.callers = callers;
        this.time = time;
    }

    void run(String name, Call call) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        drive(call, next, failures, new Latencies(MOST_CALLS), WARM_UP);
        Latencies latencies = new Latencies(MOST_CALLS);
        Cost cost = Cost.begin(system);
        long start = System.nanoTime();
        drive(call, next, failures, latencies, time);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-12s %,8.0f/s  %s  failed %d  %s%n",
                name,
                latencies.count() / seconds,
                latencies.percentiles(),
                failures.get(),
                cost.perCall(latencies.count()));
    }

    private void drive(Call call, AtomicInteger next, AtomicInteger failures, Latencies latencies, Duration during)
            throws Exception {
        long end = System.nanoTime() + during.toNanos();
        List<Future<?>> pending = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(callers)) {
            for (int caller = 0; caller < callers; caller++) {
                pending.add(executor.submit(() -> {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        Reply reply = call.send(next.getAndIncrement());
                        latencies.add(System.nanoTime() - start);
                        if (!reply.isSuccess()) {
                            failures.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : pending) {
                one.get();
            }
        }
    }

    /** The {@code n}-th call of a run. */
    @FunctionalInterface
    interface Call {
        Reply send(int n) throws Exception;
    }
}
