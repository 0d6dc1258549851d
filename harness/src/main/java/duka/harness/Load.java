package duka.harness;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who come at a steady pace, whatever happens to the shop. Each checkout has a phone of its own, whose owner
 * behaves as its last digits say; some think better of it and cancel; some send the same order again.
 */
final class Load implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofMinutes(3);
    private static final int CANCELS_PER_HUNDRED = 8;
    private static final int REPEATS_PER_HUNDRED = 10;
    private static final int LONGEST_THOUGHT_MILLIS = 6_000;

    /** Most pay; some late, twice, before the push is answered, or not at all; some callbacks are lost. */
    private static final List<String> PHONES = List.of(
            "000", "000", "000", "000", "000", "000", "000", "002", "003", "007", "008", "404", "001", "032", "037",
            "503");

    private final List<Shop> customers;
    private final List<String> skus;
    private final Journal journal;
    private final long seed;
    private final int firstPhone;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger count = new AtomicInteger();

    Load(List<Shop> customers, List<String> skus, Journal journal, long seed, int firstPhone) {
        this.customers = customers;
        this.skus = skus;
        this.journal = journal;
        this.seed = seed;
        this.firstPhone = firstPhone;
    }

    /** @param perSecond checkouts that begin */
    void begin(double perSecond) {
        threads.execute(() -> {
            long pause = (long) (1e9 / perSecond);
            long due = System.nanoTime();
            while (!over.get()) {
                int n = count.getAndIncrement();
                threads.execute(() -> checkout(n));
                due += pause;
                try {
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    int begun() {
        return count.get();
    }

    /** Lets nobody else in, and waits for those who are there. */
    @Override
    public void close() throws InterruptedException {
        over.set(true);
        threads.shutdown();
        if (!threads.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }

    private void checkout(int n) {
        // Not Random: from seeds that follow one another it draws first numbers that are all the same.
        SplittableRandom random = new SplittableRandom(seed + firstPhone + n);
        Shop customer = customers.get(n % customers.size());
        String sku = skus.get(random.nextInt(skus.size()));
        int phone = firstPhone + n;
        Journal.Checkout checkout = new Journal.Checkout(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                Customers.phone(phone / 10_000, phone, PHONES.get(random.nextInt(PHONES.size()))),
                sku,
                1);
        try {
            if (!Checkouts.fill(customer, sku, 1)) {
                return;
            }
            Checkouts checkouts = new Checkouts(journal);
            String order = checkouts.order(customer, checkout);
            if (order.isEmpty()) {
                return;
            }
            if (random.nextInt(100) < REPEATS_PER_HUNDRED) {
                String again = checkouts.order(customer, checkout);
                if (!again.equals(order)) {
                    System.err.println("  key " + checkout.key() + " now answers " + again);
                }
            }
            if (random.nextInt(100) < CANCELS_PER_HUNDRED) {
                Thread.sleep(random.nextInt(LONGEST_THOUGHT_MILLIS));
                Checkouts.cancel(customer, order);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            System.err.println("  checkout " + n + " was given up: " + e);
        }
    }
}
