package duka.benchmarks;

import duka.harness.OwnSystem;
import duka.harness.Shop;
import duka.harness.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How soon dashboards hear of what was sold, and what sockets cost the server that nobody says anything to. */
final class Live {

    private static final int IDLE = 200;
    private static final int DASHBOARDS = 50;
    private static final int RATE = 15;
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final int MOST_MESSAGES = 2_000_000;

    private Live() {}

    /** @param port where the system's server listens */
    static void measure(OwnSystem system, int port, int products) throws Exception {
        idle(system, port);
        busy(system, port, products);
    }

    private static void idle(OwnSystem system, int port) throws Exception {
        long before = heap(system);
        Latencies unused = new Latencies(1);
        List<Dashboard> dashboards = open(system, port, IDLE, unused);
        long after = heap(system);
        System.out.printf(
                "%d idle sockets: %.1f MiB of heap, %.0f KiB each%n",
                IDLE, (after - before) / 1_048_576.0, (after - before) / 1_024.0 / IDLE);
        dashboards.forEach(Dashboard::close);
    }

    private static void busy(OwnSystem system, int port, int products) throws Exception {
        Latencies latencies = new Latencies(MOST_MESSAGES);
        List<Dashboard> dashboards = open(system, port, DASHBOARDS, latencies);
        OpenLoop.checkouts(system, OpenLoop.customers(system), RATE, TIME, products);
        Waiting.until("every dashboard to hear the same", Duration.ofSeconds(30), Duration.ofMillis(500), () -> {
            long different =
                    dashboards.stream().map(Dashboard::heard).distinct().count();
            return different == 1 ? different : null;
        });
        System.out.printf(
                "%d dashboards at %d checkouts/s: %,d messages, event → socket %s, cut off %d, out of order %d%n",
                DASHBOARDS,
                RATE,
                latencies.count(),
                latencies.percentiles(),
                dashboards.stream().filter(Dashboard::isOver).count(),
                dashboards.stream().mapToInt(Dashboard::disorder).sum());
        dashboards.forEach(Dashboard::close);
    }

    /** Opens them, and waits until each has its first figures. */
    private static List<Dashboard> open(OwnSystem system, int port, int count, Latencies latencies) throws Exception {
        Shop admin = system.admin();
        HttpClient client = HttpClient.newHttpClient();
        List<Dashboard> dashboards = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String ticket = admin.post("/api/auth/ws-ticket/", Map.of())
                    .orStop("Asking for a ticket")
                    .path("ticket")
                    .asString();
            URI address = URI.create("ws://localhost:" + port + "/ws/admin/dashboard/?ticket=" + ticket);
            Dashboard dashboard = new Dashboard(latencies);
            dashboard.socket =
                    client.newWebSocketBuilder().buildAsync(address, dashboard).join();
            dashboards.add(dashboard);
        }
        Waiting.until("the first figures", Duration.ofSeconds(60), Duration.ofMillis(250), () -> {
            long opened = dashboards.stream()
                    .filter(dashboard -> dashboard.figures.get() > 0)
                    .count();
            return opened == count ? opened : null;
        });
        return dashboards;
    }

    /** Bytes of the server's heap that are in use, once it has been cleaned. */
    private static long heap(OwnSystem system) throws IOException {
        String jcmd = System.getProperty("java.home") + "/bin/jcmd";
        Process histogram = new ProcessBuilder(jcmd, Long.toString(system.pid("server")), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String output = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String total = output.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException(output));
        return Long.parseLong(total.strip().split("\\s+", -1)[2]);
    }

    /** One that reads as fast as it can and looks at nothing but the head of each message. */
    private static final class Dashboard implements WebSocket.Listener {

        private static final int LONGEST_HEAD = 200;
        private static final String AT = "\"at\":\"";
        private static final String POSITION = "\"position\":";

        private final Latencies latencies;
        private final AtomicInteger figures = new AtomicInteger();
        private final AtomicInteger news = new AtomicInteger();
        private final AtomicInteger disorder = new AtomicInteger();

        /** A message may come in parts that end anywhere. */
        private final StringBuilder head = new StringBuilder();

        private @Nullable WebSocket socket;
        private long position;
        private volatile boolean over;

        Dashboard(Latencies latencies) {
            this.latencies = latencies;
        }

        int heard() {
            return news.get();
        }

        /** How often a message did not come after the one before it. */
        int disorder() {
            return disorder.get();
        }

        boolean isOver() {
            return over;
        }

        void close() {
            if (socket != null) {
                socket.abort();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            head.append(part, 0, Math.min(part.length(), LONGEST_HEAD - head.length()));
            if (last) {
                count(head.toString());
                head.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            System.out.println("a socket was closed with " + code + " " + reason);
            over = true;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            System.out.println("a socket failed: " + error);
            over = true;
        }

        private void count(String head) {
            if (head.startsWith("{\"type\":\"snapshot\"") || head.startsWith("{\"type\":\"stats\"")) {
                figures.incrementAndGet();
                return;
            }
            news.incrementAndGet();
            follow(head);
            int at = head.indexOf(AT) + AT.length();
            Instant recorded = Instant.parse(head.substring(at, head.indexOf('"', at)));
            latencies.add(Duration.between(recorded, Instant.now()).toNanos());
        }

        /** Only the socket's own thread comes here, one message after the other. */
        private void follow(String head) {
            int from = head.indexOf(POSITION) + POSITION.length();
            int to = from;
            while (Character.isDigit(head.charAt(to))) {
                to++;
            }
            long next = Long.parseLong(head.substring(from, to));
            if (next <= position) {
                disorder.incrementAndGet();
            }
            position = next;
        }
    }
}
