package duka.benchmarks;

import duka.harness.Http.Reply;
import duka.harness.OwnSystem;
import duka.harness.Shop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What it does to checkouts when hundreds sign in at the same moment: a password takes a tenth of a second to hash. */
final class Herd {

    private static final int LOGINS = 500;
    private static final int RATE = 5;
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String PASSWORD = UUID.randomUUID().toString();

    private Herd() {}

    static void measure(OwnSystem system, int products) throws Exception {
        List<String> emails = register(system);
        List<Shop> customers = OpenLoop.customers(system);
        OpenLoop.checkouts(system, customers, RATE, TIME, products);
        System.out.printf("and now %d sign in at once:%n", LOGINS);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.execute(() -> storm(system, emails));
            OpenLoop.checkouts(system, customers, RATE, TIME, products);
        }
    }

    private static List<String> register(OwnSystem system) throws IOException {
        List<String> emails = IntStream.range(0, LOGINS)
                .mapToObj(n -> "herd." + UUID.randomUUID() + "@example.com")
                .toList();
        for (String email : emails) {
            system.http()
                    .send(
                            "POST",
                            "/api/auth/users/",
                            Map.of("email", email, "password", PASSWORD, "first_name", "Herd", "last_name", "Client"),
                            Map.of())
                    .orStop("Registering " + email);
        }
        return emails;
    }

    private static void storm(OwnSystem system, List<String> emails) {
        Latencies latencies = new Latencies(LOGINS);
        AtomicInteger turnedAway = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String email : emails) {
                executor.execute(() -> signIn(system, email, go, latencies, turnedAway));
            }
            go.countDown();
        }
        System.out.printf(
                "%d of %d signed in, turned away and back %d times: %s%n",
                latencies.count(), LOGINS, turnedAway.get(), latencies.percentiles());
    }

    /** Whoever is turned away comes back a little later, as often as it takes. */
    private static void signIn(
            OwnSystem system, String email, CountDownLatch go, Latencies latencies, AtomicInteger turnedAway) {
        try {
            go.await();
            long start = System.nanoTime();
            while (!attempt(system, email).isSuccess()) {
                turnedAway.incrementAndGet();
                Thread.sleep(PAUSE);
            }
            latencies.add(System.nanoTime() - start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.out.println("a sign-in had no answer: " + e.getMessage());
        }
    }

    private static Reply attempt(OwnSystem system, String email) throws IOException {
        return system.http().send("POST", "/api/auth/auth/", Map.of("email", email, "password", PASSWORD), Map.of());
    }
}
