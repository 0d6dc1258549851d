package duka.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** 200 full carts for 50 pieces, all at once: 50 are paid, 150 are rejected, no moment shows a negative stock. */
final class Oversell {

    private static final int CARTS = 200;
    private static final int PIECES = 50;

    private final Ordeal ordeal;

    Oversell(Ordeal ordeal) {
        this.ordeal = ordeal;
    }

    void run(int repetitions) throws Exception {
        List<Shop> customers = Customers.signUp(ordeal.system().http(), CARTS);
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            String sku = ordeal.list("HOT-" + repetition, PIECES);
            Ordeal.together(customers, (customer, n) -> {
                Checkouts.mustFill(customer, sku, 1);
                return "";
            });
            Path file = ordeal.journal("oversell-" + repetition);
            List<String> statuses = rush(customers, sku, repetition, file);
            judge(repetition, sku, statuses, ordeal.judgeHealed(file));
        }
    }

    private List<String> rush(List<Shop> customers, String sku, int repetition, Path file) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (Journal journal = new Journal(file);
                ExecutorService watcher = Executors.newSingleThreadExecutor()) {
            Future<Integer> lowest = watcher.submit(() -> lowestAvailable(sku, over));
            List<String> orders = Ordeal.together(
                    customers,
                    (customer, n) -> Ordeal.order(journal, customer, sku, 1, Customers.phone(repetition, n, "000")));
            List<String> statuses =
                    Ordeal.together(customers, (customer, n) -> Checkouts.untilDecided(customer, orders.get(n)));
            over.set(true);
            if (lowest.get() < 0) {
                ordeal.violation("I3 " + sku + " was seen at " + lowest.get());
            }
            return statuses;
        }
    }

    private void judge(int repetition, String sku, List<String> statuses, Checker.Verdict verdict) throws Exception {
        JsonNode stock =
                ordeal.system().admin().get("/api/inventory/" + sku + "/").json();
        long paid = statuses.stream().filter("confirmed"::equals).count();
        long rejected = statuses.stream().filter("rejected"::equals).count();
        int left = stock.path("on_hand").asInt(-1);
        System.out.printf(
                "oversell %d: %d paid, %d rejected, %d left of %d%n", repetition, paid, rejected, left, PIECES);
        if (paid != PIECES || rejected != CARTS - PIECES || left != 0 || verdict.acknowledged() != CARTS) {
            ordeal.violation("P4 " + paid + " of " + CARTS + " carts were paid for " + PIECES + " pieces");
        }
    }

    private int lowestAvailable(String sku, AtomicBoolean over) throws Exception {
        Shop admin = ordeal.system().admin();
        int lowest = Integer.MAX_VALUE;
        while (!over.get()) {
            int available = admin.get("/api/inventory/" + sku + "/")
                    .json()
                    .path("available")
                    .asInt();
            lowest = Math.min(lowest, available);
            Thread.sleep(5);
        }
        return lowest;
    }
}
