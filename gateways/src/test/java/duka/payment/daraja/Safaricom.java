package duka.payment.daraja;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A Safaricom that says what a test wants it to say, in the words that were recorded. */
final class Safaricom implements AutoCloseable {

    static final String TOKEN = "/oauth/v1/generate";
    static final String PUSH = "/mpesa/stkpush/v1/processrequest";
    static final String QUERY = "/mpesa/stkpushquery/v1/query";
    static final String REVERSAL = "/mpesa/reversal/v1/request";
    static final String PAYOUT = "/mpesa/b2c/v3/paymentrequest";
    static final String STATUS = "/mpesa/transactionstatus/v1/query";
    static final String PULL = "/pulltransactions/v1/query";

    private record Said(int status, String body) {

        static final Said NOTHING_FOR_LONG = new Said(0, "");
        static final Said CUT = new Said(-1, "");
    }

    private final HttpServer server;
    private final Map<String, Deque<Said>> script = new ConcurrentHashMap<>();
    private final Map<String, List<String>> heard = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Safaricom() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        says(TOKEN, 200, Payload.text("oauth-200-expires-string"));
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What it says next on this path; the last thing it keeps saying. */
    Safaricom says(String path, int status, String body) {
        script.computeIfAbsent(path, any -> new ArrayDeque<>()).add(new Said(status, body));
        return this;
    }

    Safaricom saysFile(String path, int status, String payload) {
        return says(path, status, Payload.text(payload));
    }

    Safaricom forgets(String path) {
        script.remove(path);
        return this;
    }

    Safaricom neverAnswers(String path) {
        script.computeIfAbsent(path, any -> new ArrayDeque<>()).add(Said.NOTHING_FOR_LONG);
        return this;
    }

    Safaricom cutsTheLine(String path) {
        script.computeIfAbsent(path, any -> new ArrayDeque<>()).add(Said.CUT);
        return this;
    }

    int calls(String path) {
        return heard.getOrDefault(path, List.of()).size();
    }

    JsonNode lastRequest(String path) {
        return Payload.JSON.readTree(heard.get(path).getLast());
    }

    List<String> authorizations() {
        return authorizations;
    }

    DarajaProperties properties() {
        return properties("");
    }

    DarajaProperties properties(String till) {
        return new DarajaProperties(
                address(),
                "key",
                "secret",
                "174379",
                DarajaProperties.SANDBOX_PASSKEY,
                till,
                "testapi",
                "Safaricom999!*!",
                null,
                "http://localhost:8080",
                java.time.Duration.ofSeconds(1),
                java.time.Duration.ofMillis(400));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>()).add(body);
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        Said said = next(path);
        if (said == Said.NOTHING_FOR_LONG) {
            await();
        }
        if (said.status() <= 0) {
            exchange.close();
            return;
        }
        byte[] answer = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Said next(String path) {
        Deque<Said> said = script.getOrDefault(path, new ArrayDeque<>(List.of(new Said(404, ""))));
        synchronized (said) {
            return said.size() > 1 ? said.poll() : said.peek();
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
