package duka.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * kill -9 of the server in the middle of 200 checkouts, then up again: as often as asked, at moments of the seed. What one
 * kill left unfinished is still under way at the next; all is judged at the end.
 */
final class Kill {

    private static final int CHECKOUTS = 200;
    private static final Duration LOAD = Duration.ofSeconds(12);

    /** How the phones' owners behave: most pay, some late, twice, or not at all. */
    private static final List<String> PHONES =
            List.of("000", "000", "000", "000", "000", "000", "002", "003", "007", "404", "001", "032");

    private final Ordeal ordeal;

    Kill(Ordeal ordeal) {
        this.ordeal = ordeal;
    }

    void run(int times, long seed) throws Exception {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String sku = ordeal.list("KILL", times * CHECKOUTS);
        List<Shop> customers = Customers.signUp(ordeal.system().http(), CHECKOUTS);
        Map<Path, List<String>> placed = new LinkedHashMap<>();
        for (int time = 1; time <= times; time++) {
            Duration moment = Duration.ofMillis(random.nextLong(LOAD.toMillis()));
            Path file = ordeal.journal("kill-" + time);
            Duration down = load(customers, sku, time, file, moment, placed);
            System.out.printf("kill %d at %.1f s: ready again after %.1f s%n", time, seconds(moment), seconds(down));
        }
        long start = System.nanoTime();
        for (List<String> orders : placed.values()) {
            Ordeal.together(
                    customers,
                    (customer, n) ->
                            orders.get(n).isEmpty() ? "refused" : Checkouts.untilDecided(customer, orders.get(n)));
        }
        System.out.printf("all decided %.1f s after the last%n", seconds(Duration.ofNanos(System.nanoTime() - start)));
        for (Path file : placed.keySet()) {
            System.out.println(file.getFileName() + ": " + ordeal.judgeHealed(file));
        }
    }

    private Duration load(
            List<Shop> customers, String sku, int time, Path file, Duration moment, Map<Path, List<String>> placed)
            throws Exception {
        try (Journal journal = new Journal(file);
                ExecutorService reaper = Executors.newSingleThreadExecutor()) {
            Future<Duration> down = reaper.submit(() -> killAndRestart(moment));
            placed.put(file, Ordeal.together(customers, (customer, n) -> {
                Thread.sleep(LOAD.multipliedBy(n).dividedBy(CHECKOUTS));
                Checkouts.mustFill(customer, sku, 1);
                int number = time * CHECKOUTS + n;
                String phone = Customers.phone(number / 10_000, number, PHONES.get(n % PHONES.size()));
                return Ordeal.order(journal, customer, sku, 1, phone);
            }));
            return down.get();
        }
    }

    private Duration killAndRestart(Duration moment) throws Exception {
        Thread.sleep(moment);
        ordeal.system().killServer();
        long dead = System.nanoTime();
        ordeal.system().up();
        return Duration.ofNanos(System.nanoTime() - dead);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
