package daraja.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's HTTP server on virtual threads. It starts in milliseconds and can cut a connection unanswered. */
public final class HttpFront implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
    private static final int LONGEST_BODY = 1 << 20;

    static {
        // Without this, small answers wait for the other side's delayed acknowledgement (40 ms).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Longer than clients keep idle connections, so that no push meets a connection we just closed.
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Takes the port; calls wait until {@link #start}. */
    public HttpFront(String host, int port) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(host, port), 512);
        server.setExecutor(threads);
    }

    public void start(Router router, RequestCounts counts) {
        server.createContext("/", exchange -> exchange(exchange, router, counts));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void exchange(HttpExchange exchange, Router router, RequestCounts counts) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            counts.count(call.path());
            Answer answer = answered(call, router);
            if (!answer.delay().isZero()) {
                TimeUnit.MILLISECONDS.sleep(answer.delay().toMillis());
            }
            if (!answer.cut()) {
                write(exchange, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer answered(Call call, Router router) {
        try {
            return router.route(call);
        } catch (Call.UnreadableBody e) {
            return Answer.problem(400, "The body is not JSON");
        } catch (IllegalArgumentException e) {
            return Answer.problem(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a call failed inside the simulator", e);
            return Answer.problem(500, "The simulator failed; see its log");
        }
    }

    private static Call read(HttpExchange exchange) throws IOException {
        String body;
        try (InputStream in = exchange.getRequestBody()) {
            body = new String(in.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Map.of(),
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                body);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                // A number with a plus sign is meant more often than a blank is.
                query.put(name, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        Answer.Writing writing = answer.writing();
        if (writing != null) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), 0);
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8))) {
                writing.to(out);
            }
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
