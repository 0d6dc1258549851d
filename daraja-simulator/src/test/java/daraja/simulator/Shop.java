package daraja.simulator;

import com.sun.net.httpserver.HttpServer;
import daraja.simulator.web.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A tiny shop: it takes every post, remembers it, and answers as it was told. */
final class Shop implements AutoCloseable {

    record Post(String path, String businessShortCode, JsonNode body) {}

    private final HttpServer server;
    private final List<Post> posts = new ArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"ResultCode\":0,\"ResultDesc\":\"Accepted\"}";

    Shop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                remember(new Post(
                        exchange.getRequestURI().getPath(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("Businessshortcode")),
                        Json.read(body)));
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    void answers(int newStatus, String newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    /** All posts to paths that begin so. */
    synchronized List<Post> posts(String path) {
        return posts.stream().filter(p -> p.path().startsWith(path)).toList();
    }

    /** Waits for that many posts. */
    synchronized List<Post> await(String path, int count) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (posts(path).size() < count) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError("only " + posts(path).size() + " of " + count + " posts came: " + posts);
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return posts(path);
    }

    private synchronized void remember(Post post) {
        posts.add(post);
        notifyAll();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
