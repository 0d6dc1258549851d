package duka.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.RunningShop.Answered;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who listens at one of the shop's sockets, and writes down what they hear. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    static final String DASHBOARD = "/ws/admin/dashboard/";
    static final String NOTIFICATIONS = "/ws/notifications/";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private LiveClient(URI address, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        this.socket = builder.buildAsync(address, this).join();
    }

    static LiveClient open(RunningShop shop, String token, String path) {
        return new LiveClient(address(shop, path + "?ticket=" + ticket(shop, token)), Map.of());
    }

    static LiveClient after(RunningShop shop, String token, long position) {
        return new LiveClient(
                address(shop, DASHBOARD + "?ticket=" + ticket(shop, token) + "&after=" + position), Map.of());
    }

    /** The status of a handshake that is refused. */
    static int refusal(RunningShop shop, String pathAndQuery, Map<String, String> headers) {
        try (LiveClient opened = new LiveClient(address(shop, pathAndQuery), headers)) {
            return 101;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    static String ticket(RunningShop shop, String token) {
        Answered issued = shop.post(token, "/api/auth/ws-ticket/", Map.of());
        assertThat(issued.status()).as(issued.response().body()).isEqualTo(200);
        return issued.text("ticket");
    }

    static URI address(RunningShop shop, String pathAndQuery) {
        return URI.create(
                shop.request(null, pathAndQuery).build().uri().toString().replaceFirst("^http", "ws"));
    }

    /** What can be heard again: all but figures. */
    List<JsonNode> news() {
        return messages.stream()
                .filter(message -> !List.of("snapshot", "stats").contains(type(message)))
                .toList();
    }

    List<JsonNode> of(String type) {
        return messages.stream().filter(message -> type(message).equals(type)).toList();
    }

    List<Long> positions() {
        return news().stream().map(message -> message.path("position").asLong()).toList();
    }

    static String type(JsonNode message) {
        return message.path("type").asString();
    }

    int closeCode() throws Exception {
        return closed.get(Duration.ofSeconds(15).toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            messages.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
