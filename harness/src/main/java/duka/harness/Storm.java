package duka.harness;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import duka.harness.Journal.Acknowledged;
import duka.harness.Violation.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Many payments whose callbacks come five times, in another order than they were paid, before the push is answered,
 * after the order was cancelled, or not at all. Everybody pays once, and nobody's money may be lost or kept wrongly.
 */
final class Storm {

    private static final int CUSTOMERS = 200;
    private static final int PER_SECOND = 15;
    private static final int COPIES = 5;
    private static final int LATEST_SECONDS = 8;
    private static final int TOLD_EVERY = 1_000;
    private static final Duration THOUGHT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ordeal ordeal;
    private final Map<String, Post> posts = new ConcurrentHashMap<>();

    Storm(Ordeal ordeal) {
        this.ordeal = ordeal;
    }

    /** What happens to a callback on its way. */
    private enum Post {
        SHUFFLED,
        DROPPED,
        BEFORE_ANSWER,
        AFTER_CANCELLATION;

        static Post drawn(SplittableRandom random) {
            int hundredth = random.nextInt(100);
            if (hundredth < 20) {
                return DROPPED;
            }
            if (hundredth < 25) {
                return BEFORE_ANSWER;
            }
            return hundredth < 30 ? AFTER_CANCELLATION : SHUFFLED;
        }

        Map<String, Object> script(String msisdn, SplittableRandom random) {
            return switch (this) {
                case SHUFFLED -> late(msisdn, random.nextInt(LATEST_SECONDS));
                case AFTER_CANCELLATION -> late(msisdn, LATEST_SECONDS);
                case DROPPED -> Map.of("on", "callback", "msisdn", msisdn, "drop", true);
                case BEFORE_ANSWER -> Map.of("on", "push", "msisdn", msisdn, "before_answer", true, "copies", COPIES);
            };
        }

        private static Map<String, Object> late(String msisdn, int seconds) {
            return Map.of("on", "callback", "msisdn", msisdn, "copies", COPIES, "delay_seconds", seconds);
        }
    }

    void run(int payments, long seed) throws Exception {
        System.out.println("seed " + seed);
        String sku = ordeal.list("STORM", payments);
        List<Shop> customers = Customers.signUp(ordeal.system().http(), CUSTOMERS);
        Path file = ordeal.journal("storm");
        try (Journal journal = new Journal(file);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int n = 0; n < payments; n++) {
                int number = n;
                SplittableRandom random = new SplittableRandom(seed + n);
                threads.execute(() -> pay(customers.get(number % CUSTOMERS), sku, number, journal, random));
                TimeUnit.NANOSECONDS.sleep(begun + (n + 1) * (1_000_000_000L / PER_SECOND) - System.nanoTime());
                if (n % TOLD_EVERY == TOLD_EVERY - 1) {
                    System.out.printf("storm: %d of %d begun%n", n + 1, payments);
                }
            }
        }
        System.out.println(ordeal.judgeHealed(file));
        dropped(Journal.acknowledged(file), payments);
    }

    private void pay(Shop customer, String sku, int number, Journal journal, SplittableRandom random) {
        Post post = Post.drawn(random);
        String phone = Customers.phone(number / 10_000, number, "000");
        try {
            ordeal.system().phones().script(post.script(phone.substring(1), random));
            Checkouts.mustFill(customer, sku, 1);
            String order = Ordeal.order(journal, customer, sku, 1, phone);
            posts.put(order, post);
            if (post == Post.AFTER_CANCELLATION) {
                Thread.sleep(THOUGHT);
                Checkouts.cancel(customer, order);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            ordeal.violation("payment " + number + " was given up: " + e.getMessage());
        }
    }

    /** Whose callback was lost must be found by a query, soon. */
    private void dropped(List<Acknowledged> acknowledged, int payments) throws Exception {
        Set<String> orders = new HashSet<>();
        acknowledged.stream()
                .map(Acknowledged::orderId)
                .filter(order -> posts.get(order) == Post.DROPPED)
                .forEach(orders::add);
        List<Duration> waits = waits(orders);
        System.out.printf(
                "%d payments: %s; %d lost callbacks settled after %d s (median), %d s (most)%n",
                payments,
                posts.values().stream().collect(groupingBy(post -> post, TreeMap::new, counting())),
                waits.size(),
                waits.isEmpty() ? 0 : waits.get(waits.size() / 2).toSeconds(),
                waits.isEmpty() ? 0 : waits.getLast().toSeconds());
        if (waits.size() != orders.size() || waits.stream().anyMatch(wait -> wait.compareTo(PATIENCE) > 0)) {
            ordeal.violation(new Violation(
                            Kind.OVERDUE,
                            (orders.size() - waits.size()) + " lost callbacks were never settled, or later than "
                                    + PATIENCE.toSeconds() + " s after the push")
                    .toString());
        }
    }

    private List<Duration> waits(Set<String> orders) throws Exception {
        Map<String, Instant> pushed = new HashMap<>();
        Map<String, Instant> settled = new HashMap<>();
        try (Connection database = ordeal.system().database();
                PreparedStatement events = database.prepareStatement("""
                        SELECT payload_type, payload, time_stamp FROM events.domain_event
                        WHERE payload_type IN ('payment.PushBegun', 'payment.PaymentSettled') ORDER BY global_index""");
                ResultSet rows = events.executeQuery()) {
            while (rows.next()) {
                note(rows, pushed, settled);
            }
        }
        return orders.stream()
                .filter(settled::containsKey)
                .map(order -> Duration.between(pushed.get(order), settled.get(order)))
                .sorted()
                .toList();
    }

    private static void note(ResultSet row, Map<String, Instant> pushed, Map<String, Instant> settled)
            throws SQLException {
        JsonNode payload = Http.JSON.readTree(new String(row.getBytes(2), StandardCharsets.UTF_8));
        Map<String, Instant> moments = row.getString(1).equals("payment.PushBegun") ? pushed : settled;
        moments.putIfAbsent(payload.path("order_id").asString(), Instant.parse(row.getString(3)));
    }
}
