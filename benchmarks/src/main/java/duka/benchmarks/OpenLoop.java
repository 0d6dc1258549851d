package duka.benchmarks;

import duka.harness.Customers;
import duka.harness.Http.Reply;
import duka.harness.OwnSystem;
import duka.harness.Shop;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Checkouts that come at their own pace, whether the shop keeps up or not; each waits for nobody. A checkout is a piece
 * in the cart, an order, and the customer's look at it until it is confirmed.
 */
final class OpenLoop {

    private static final int WARM_UP_RATE = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final int CUSTOMERS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** The phone's owner takes a second to type the PIN. */
    private static final Duration PHONE = Duration.ofSeconds(1);

    private static final AtomicInteger PHONES = new AtomicInteger();

    private OpenLoop() {}

    /** The JIT compiler takes a third of the machine in the first minute of checkouts; what it costs is not theirs. */
    static void warmUp(OwnSystem system, int products) throws Exception {
        System.out.print("to warm up, ");
        checkouts(system, customers(system), WARM_UP_RATE, WARM_UP, products);
    }

    static List<Shop> customers(OwnSystem system) throws Exception {
        return Customers.signUp(system.http(), CUSTOMERS);
    }

    static void checkouts(OwnSystem system, List<Shop> customers, int rate, Duration time, int products)
            throws Exception {
        int count = (int) (rate * time.toSeconds());
        Latencies total = new Latencies(count);
        Latencies placing = new Latencies(count);
        AtomicInteger confirmed = new AtomicInteger();
        Cost cost = Cost.begin(system);
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < count; n++) {
                long due = start + n * 1_000_000_000L / rate;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                Shop customer = customers.get(n % customers.size());
                String sku = "B-%05d".formatted((n * 31) % products);
                executor.execute(() -> {
                    if (checkout(customer, sku, due, total, placing)) {
                        confirmed.incrementAndGet();
                    }
                });
            }
        }
        System.out.printf(
                "checkouts at %d/s for %d s: %d of %d confirmed (%.2f %%)%n  placed → confirmed, less the phone: %s%n"
                        + "  POST orders: %s%n  %s%n  server by threads: %s%n",
                rate,
                time.toSeconds(),
                confirmed.get(),
                count,
                100.0 * confirmed.get() / count,
                total.percentiles(),
                placing.percentiles(),
                cost.perCall(count),
                cost.parts(count));
    }

    private static boolean checkout(Shop customer, String sku, long due, Latencies total, Latencies placing) {
        try {
            Reply cart = customer.post("/api/cart/items/", Map.of("sku", sku, "quantity", 1));
            if (!cart.isSuccess()) {
                return false;
            }
            int phone = PHONES.getAndIncrement();
            long asked = System.nanoTime();
            long late = asked - due;
            Reply order = customer.post(
                    "/api/orders/",
                    Shop.orderBody("Load Client", Customers.phone(phone / 10_000, phone, "000")),
                    UUID.randomUUID().toString());
            placing.add(System.nanoTime() - asked);
            if (!order.isSuccess()) {
                return false;
            }
            String path = "/api/orders/" + order.json().path("id").asString() + "/";
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Thread.sleep(LOOK);
                Optional<Duration> taken = untilConfirmed(customer.get(path).json());
                if (taken.isPresent()) {
                    total.add(late + taken.get().minus(PHONE).toNanos());
                    return true;
                }
            }
            return false;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** By the order's own history, so that the measurement does not depend on when somebody looks. */
    private static Optional<Duration> untilConfirmed(JsonNode order) {
        for (JsonNode step : order.path("history")) {
            if (step.path("status").asString().equals("confirmed")) {
                return Optional.of(Duration.between(
                        Instant.parse(order.path("placed_at").asString()),
                        Instant.parse(step.path("at").asString())));
            }
        }
        return Optional.empty();
    }
}
