package duka.benchmarks;

import duka.harness.Customers;
import duka.harness.Http.Reply;
import duka.harness.OwnSystem;
import duka.harness.Shop;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * One caller at a time in a shop that has nothing else to do: how long a write takes until it is answered, whether the
 * very next question shows it, and how long after their recording events reach their readers.
 */
final class Idle {

    private static final int TIMES = 200;
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final String DELAYS = "duka_reader_delay_seconds{";

    private Idle() {}

    static void measure(OwnSystem system) throws Exception {
        Shop customer = Customers.signUp(system.http(), 1).getFirst();
        Shop admin = system.admin();
        Shop anybody = Shop.anonymous(system.http());
        report("cart add", n -> {
            Reply added = customer.post("/api/cart/items/", Map.of("sku", "B-00001", "quantity", 1));
            return () -> added.isSuccess()
                    && customer.get("/api/cart/").json().path("version").asLong()
                            == added.json().path("version").asLong();
        });
        report("order", n -> {
            customer.post("/api/cart/items/", Map.of("sku", "B-00002", "quantity", 1));
            Reply placed = customer.post(
                    "/api/orders/",
                    Shop.orderBody("Idle Client", Customers.phone(9, n, "000")),
                    UUID.randomUUID().toString());
            String id = placed.json().path("id").asString("");
            return () -> customer.get("/api/orders/?page_size=1")
                    .json()
                    .path("results")
                    .path(0)
                    .path("id")
                    .asString("")
                    .equals(id);
        });
        String product = anybody.get("/api/products/?search=B-00003")
                .json()
                .path("results")
                .path(0)
                .path("id")
                .asString();
        report("rename", n -> {
            String name = "Zebrawood" + n;
            admin.patch("/api/products/" + product + "/", Map.of("name", name));
            return () -> anybody.get("/api/products/?search=" + name)
                    .json()
                    .path("results")
                    .path(0)
                    .path("name")
                    .asString("")
                    .equals(name);
        });
        delays(system);
    }

    private static void report(String what, Act act) throws Exception {
        Latencies writes = new Latencies(TIMES);
        int seen = 0;
        for (int n = 0; n < TIMES; n++) {
            Thread.sleep(PAUSE);
            long start = System.nanoTime();
            Look look = act.write(n);
            writes.add(System.nanoTime() - start);
            seen += look.shows() ? 1 : 0;
        }
        System.out.printf("idle %-9s %s  shown by the next GET: %d of %d%n", what, writes.percentiles(), seen, TIMES);
    }

    /** As the server counts it: from when an event was made, so its commit is part of it. */
    private static void delays(OwnSystem system) throws IOException {
        system.http()
                .send("GET", "/actuator/prometheus", null, Map.of())
                .text()
                .lines()
                .filter(line -> line.startsWith(DELAYS) && line.contains("quantile"))
                .forEach(line -> System.out.println("  event → reader, seconds: " + line.substring(DELAYS.length())));
    }

    @FunctionalInterface
    private interface Act {
        Look write(int n) throws Exception;
    }

    @FunctionalInterface
    private interface Look {
        boolean shows() throws IOException;
    }
}
