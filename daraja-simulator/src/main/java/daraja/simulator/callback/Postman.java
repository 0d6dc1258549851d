package daraja.simulator.callback;

import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.script.Switches;
import daraja.simulator.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts letters side by side, each once. Nothing is delivered again unless the switch says so. */
public final class Postman implements AutoCloseable {

    /** The kind of letter that asks whether a payment may be made; the shop has a little longer for it. */
    public static final String VALIDATION = "c2b_validation";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration VALIDATION_PATIENCE = Duration.ofSeconds(8);
    private static final int AT_ONCE = 32;
    private static final int REPEATS = 3;

    private final Destinations destinations;
    private final Deliveries deliveries;
    private final Switches switches;
    private final Agenda agenda;
    private final VirtualClock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger underway = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .connectTimeout(PATIENCE)
            .build();

    public Postman(
            Destinations destinations, Deliveries deliveries, Switches switches, Agenda agenda, VirtualClock clock) {
        this.destinations = destinations;
        this.deliveries = deliveries;
        this.switches = switches;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Posts in the background; the future ends with the attempt, whatever came of it. */
    public CompletableFuture<Delivery> send(Letter letter) {
        return send(letter, REPEATS);
    }

    /** Waits, in real time, until nothing is underway; false when the time was too short. */
    public boolean awaitIdle(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (underway) {
            while (underway.get() > 0) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                try {
                    underway.wait(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }

    private CompletableFuture<Delivery> send(Letter letter, int repeatsLeft) {
        underway.incrementAndGet();
        return CompletableFuture.supplyAsync(() -> deliver(letter), threads).whenComplete((delivery, failure) -> {
            if (delivery != null
                    && delivery.status() != 200
                    && switches.redeliver()
                    && repeatsLeft > 0
                    && !letter.kind().equals(VALIDATION)) {
                agenda.after(Duration.ofSeconds(10), () -> {
                    var ignored = send(letter, repeatsLeft - 1);
                });
            }
            synchronized (underway) {
                underway.decrementAndGet();
                underway.notifyAll();
            }
        });
    }

    private Delivery deliver(Letter letter) {
        Delivery delivery = tried(letter);
        deliveries.add(delivery);
        return delivery;
    }

    private Delivery tried(Letter letter) {
        try {
            URI address = URI.create(letter.url());
            String refusal = destinations.refusal(address);
            if (refusal != null) {
                return delivery(letter, 0, refusal, "");
            }
            places.acquire();
            try {
                return post(letter, address);
            } finally {
                places.release();
            }
        } catch (IllegalArgumentException e) {
            return delivery(letter, 0, "not an address", "");
        } catch (IOException e) {
            return delivery(letter, 0, e.getClass().getSimpleName(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return delivery(letter, 0, "interrupted", "");
        }
    }

    private Delivery post(Letter letter, URI address) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(letter.kind().equals(VALIDATION) ? VALIDATION_PATIENCE : PATIENCE)
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(letter.body())));
        letter.headers().forEach(request::header);
        var answer = client.send(request.build(), BodyHandlers.ofString());
        return delivery(letter, answer.statusCode(), "answered", answer.body());
    }

    private Delivery delivery(Letter letter, int status, String outcome, String answer) {
        return new Delivery(
                clock.now(), letter.kind(), letter.reference(), letter.url(), letter.body(), status, outcome, answer);
    }
}
