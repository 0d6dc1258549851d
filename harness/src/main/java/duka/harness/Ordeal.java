package duka.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** The ground that all torments share: goods, crowds, and a judge whose findings are kept. */
final class Ordeal {

    private static final Duration HEALING = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Path data;
    private final OwnSystem system;
    private final List<String> violations = new ArrayList<>();

    Ordeal(Path data, OwnSystem system) {
        this.data = data;
        this.system = system;
    }

    OwnSystem system() {
        return system;
    }

    Path journal(String name) {
        return data.resolve(name + ".journal");
    }

    List<String> violations() {
        return violations;
    }

    void violation(String what) {
        System.out.println("  VIOLATION " + what);
        violations.add(what);
    }

    /** Lists a product of ten shillings and waits until it can be sold. */
    String list(String sku, int stock) throws Exception {
        Shop admin = system.admin();
        admin.post(
                        "/api/products/",
                        Map.of(
                                "name",
                                "Torment " + sku,
                                "sku",
                                sku,
                                "price",
                                Map.of("amount", "10.00", "currency", "KES"),
                                "stock",
                                stock))
                .orStop("Listing " + sku);
        Waiting.until("the stock of " + sku, Duration.ofSeconds(30), Duration.ofMillis(50), () -> {
            JsonNode item = admin.get("/api/inventory/" + sku + "/").json();
            return item.path("on_hand").asInt(-1) == stock ? item : null;
        });
        return sku;
    }

    static String order(Journal journal, Shop customer, String sku, int quantity, String phone) throws Exception {
        return new Checkouts(journal)
                .order(customer, new Journal.Checkout(UUID.randomUUID().toString(), phone, sku, quantity));
    }

    Checker.Verdict judge(Path journal) throws Exception {
        Checker.Verdict verdict = look(journal);
        verdict.violations().forEach(one -> violation(one.toString()));
        return verdict;
    }

    /** As {@link #judge}, once nothing is wrong any more, or it had the time to heal: refunds take theirs. */
    Checker.Verdict judgeHealed(Path journal) throws Exception {
        long end = System.nanoTime() + HEALING.toNanos();
        while (System.nanoTime() < end && !look(journal).violations().isEmpty()) {
            Thread.sleep(LOOK);
        }
        return judge(journal);
    }

    private Checker.Verdict look(Path journal) throws Exception {
        try (var database = system.database()) {
            return Checker.judge(journal, database, system.phones().ledger());
        }
    }

    /** Lets every customer do the same at the same moment; answers what each came back with. */
    static List<String> together(List<Shop> customers, Act act) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> pending = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < customers.size(); i++) {
                Shop customer = customers.get(i);
                int n = i;
                Callable<String> task = () -> {
                    go.await();
                    return act.by(customer, n);
                };
                pending.add(executor.submit(task));
            }
            go.countDown();
        }
        List<String> results = new ArrayList<>();
        for (Future<String> one : pending) {
            results.add(one.get());
        }
        return results;
    }

    /** What the {@code n}-th customer does. */
    @FunctionalInterface
    interface Act {
        String by(Shop customer, int n) throws Exception;
    }
}
