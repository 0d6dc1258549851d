package duka.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/**
 * Runs a shop of its own into trouble and lets the {@link Checker} judge what is left: {@code ./duka torment oversell
 * [repetitions]}, {@code crossed [rounds]} or {@code kill [times] [seed]}.
 */
final class Torment {

    private static final int PORT = 18080;
    private static final int CARTS = 200;
    private static final int PIECES = 50;
    private static final int CROSSED_AT_ONCE = 8;
    private static final Duration LOAD = Duration.ofSeconds(12);
    private static final List<String> PHONES =
            List.of("000", "000", "000", "000", "000", "000", "002", "003", "007", "404", "001", "032");

    private final Path data;
    private final OwnSystem system;
    private final List<String> violations = new ArrayList<>();

    private Torment(Path data, OwnSystem system) {
        this.data = data;
        this.system = system;
    }

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> run(arguments));
    }

    private static void run(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "--help" : arguments[0];
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        if (!List.of("oversell", "crossed", "kill").contains(what)) {
            System.out.println(
                    "./duka torment oversell [repetitions 10] | crossed [rounds 1000] | kill [times 20] [seed]");
            return;
        }
        Path data = Files.createTempDirectory("duka-torment");
        try (OwnSystem system = OwnSystem.start(data, PORT, CARTS + 16, Map.of())) {
            Torment torment = new Torment(data, system);
            switch (what) {
                case "oversell" -> torment.oversell(count == 0 ? 10 : count);
                case "crossed" -> torment.crossed(count == 0 ? 1_000 : count);
                default -> torment.kill(count == 0 ? 20 : count, seed);
            }
            torment.report();
        }
    }

    /** 200 full carts for 50 pieces, all at once: 50 are paid, 150 are rejected, and no moment shows a negative stock. */
    private void oversell(int repetitions) throws Exception {
        List<Shop> customers = Customers.signUp(system.http(), CARTS);
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            String sku = list("HOT-" + repetition, PIECES);
            Path file = data.resolve("oversell-" + repetition + ".journal");
            int run = repetition;
            AtomicBoolean over = new AtomicBoolean();
            try (Journal journal = new Journal(file);
                    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                together(executor, customers, (customer, n) -> {
                    Checkouts.fill(customer, sku, 1);
                    return "";
                });
                Future<Integer> lowest = executor.submit(() -> lowestAvailable(sku, over));
                List<String> orders = together(
                        executor, customers, (customer, n) -> order(journal, customer, sku, 1, phone(run, n, "000")));
                together(executor, customers, (customer, n) -> {
                    Checkouts.untilDecided(customer, orders.get(n));
                    return "";
                });
                over.set(true);
                if (lowest.get() < 0) {
                    violations.add("I3 " + sku + " was seen at " + lowest.get());
                }
            }
            JsonNode stock = system.admin().get("/api/inventory/" + sku + "/").json();
            Checker.Verdict verdict = judge(file);
            long paid = confirmedOf(file);
            System.out.printf(
                    "oversell %d: %d paid, %d not, %d left of %d%n",
                    repetition, paid, CARTS - paid, stock.path("on_hand").asInt(), PIECES);
            if (paid != PIECES || stock.path("on_hand").asInt() != 0 || verdict.acknowledged() != CARTS) {
                violations.add("P4 " + paid + " of " + CARTS + " carts were paid for " + PIECES + " pieces");
            }
        }
    }

    /** Two hot SKUs, ordered in both orders at once: no deadlock may stop anybody. */
    private void crossed(int rounds) throws Exception {
        String one = list("CROSS-A", rounds * CROSSED_AT_ONCE);
        String two = list("CROSS-B", rounds * CROSSED_AT_ONCE);
        Path file = data.resolve("crossed.journal");
        List<Shop> customers = Customers.signUp(system.http(), CROSSED_AT_ONCE);
        try (Journal journal = new Journal(file);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < rounds; round++) {
                int at = round;
                together(executor, customers, (customer, n) -> {
                    Checkouts.fill(customer, n % 2 == 0 ? one : two, 1);
                    Checkouts.fill(customer, n % 2 == 0 ? two : one, 1);
                    order(journal, customer, "crossed", 2, phone(at / 1_000, at * CROSSED_AT_ONCE + n, "000"));
                    return "";
                });
                if (round % 100 == 99) {
                    System.out.printf("crossed: %d rounds of %d orders%n", round + 1, CROSSED_AT_ONCE);
                }
            }
            awaitEnds(file, customers);
        }
        judge(file);
    }

    /** kill -9 in the middle of 200 checkouts, then up again, as often as asked, at moments that the seed chooses. */
    private void kill(int times, long seed) throws Exception {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String sku = list("KILL", 100_000);
        List<Shop> customers = Customers.signUp(system.http(), CARTS);
        for (int time = 1; time <= times; time++) {
            Path file = data.resolve("kill-" + time + ".journal");
            int run = time;
            Duration moment = Duration.ofMillis(random.nextLong(LOAD.toMillis()));
            try (Journal journal = new Journal(file);
                    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Instant start = Instant.now();
                Future<Duration> killed = executor.submit(() -> killAndRestart(moment));
                List<String> orders = together(executor, customers, (customer, n) -> {
                    Thread.sleep(LOAD.toMillis() * n / CARTS);
                    Checkouts.fill(customer, sku, 1);
                    return order(journal, customer, sku, 1, phone(run, n, PHONES.get(n % PHONES.size())));
                });
                together(executor, customers, (customer, n) -> {
                    Checkouts.untilDecided(customer, orders.get(n));
                    return "";
                });
                System.out.printf(
                        "kill %d at %.1f s: ready again after %.1f s, all decided after %.1f s%n",
                        time,
                        moment.toMillis() / 1000.0,
                        killed.get().toMillis() / 1000.0,
                        Duration.between(start, Instant.now()).toMillis() / 1000.0);
            }
            judge(file);
        }
    }

    private Duration killAndRestart(Duration moment) throws Exception {
        Thread.sleep(moment);
        system.killServer();
        Instant dead = Instant.now();
        system.up();
        return Duration.between(dead, Instant.now());
    }

    private int lowestAvailable(String sku, AtomicBoolean over) throws Exception {
        Shop admin = system.admin();
        int lowest = Integer.MAX_VALUE;
        while (!over.get()) {
            lowest = Math.min(
                    lowest,
                    admin.get("/api/inventory/" + sku + "/")
                            .json()
                            .path("available")
                            .asInt());
            Thread.sleep(5);
        }
        return lowest;
    }

    private void awaitEnds(Path file, List<Shop> customers) throws Exception {
        List<Journal.Acknowledged> acknowledged = Journal.acknowledged(file);
        for (int i = 0; i < acknowledged.size(); i++) {
            String orderId = acknowledged.get(i).orderId();
            Waiting.until("order " + orderId, Duration.ofMinutes(4), Duration.ofMillis(200), () -> {
                String status = system.admin()
                        .get("/api/orders/" + orderId + "/")
                        .json()
                        .path("status")
                        .asString("");
                return status.equals("placed") || status.equals("awaiting_payment") ? null : status;
            });
        }
        System.out.println(customers.size() + " customers, all orders ended");
    }

    private String list(String sku, int stock) throws Exception {
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

    private static String phone(int run, int n, String tail) {
        return Customers.phone(run, n, tail);
    }

    private static String order(Journal journal, Shop customer, String sku, int quantity, String phone)
            throws Exception {
        return new Checkouts(journal)
                .order(customer, new Journal.Checkout(UUID.randomUUID().toString(), phone, sku, quantity));
    }

    private Checker.Verdict judge(Path file) throws Exception {
        try (var database = system.database()) {
            Checker.Verdict verdict =
                    Checker.judge(file, database, system.phones().ledger());
            verdict.violations().forEach(violation -> System.out.println("  VIOLATION " + violation));
            violations.addAll(verdict.violations());
            return verdict;
        }
    }

    private long confirmedOf(Path file) throws Exception {
        Shop admin = system.admin();
        long confirmed = 0;
        for (Journal.Acknowledged one : Journal.acknowledged(file)) {
            String status = admin.get("/api/orders/" + one.orderId() + "/")
                    .json()
                    .path("status")
                    .asString();
            confirmed += status.equals("confirmed") ? 1 : 0;
        }
        return confirmed;
    }

    private void report() {
        if (!violations.isEmpty()) {
            throw new Stop(violations.size() + " violations.");
        }
        System.out.println("No violation.");
    }

    /** Lets every customer do the same at the same moment; answers what each came back with. */
    private static List<String> together(ExecutorService executor, List<Shop> customers, Act act) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> pending = new ArrayList<>();
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
        List<String> results = new ArrayList<>();
        for (Future<String> one : pending) {
            results.add(one.get());
        }
        return results;
    }

    @FunctionalInterface
    private interface Act {
        String by(Shop customer, int n) throws Exception;
    }
}
