package duka.notification.webhook;

import duka.kernel.outside.Targets;
import duka.notification.api.WebhookDelivery.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Posts a message to an address that may be sent to, follows nobody elsewhere, and reads little of the answer. */
final class Sender implements AutoCloseable {

    private static final int MOST_READ = 500;
    private static final int LONGEST_ERROR = 200;
    private static final int CONNECTIONS = 8;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService clock;
    private final Duration timeout;

    Sender(Targets targets, Duration timeout) {
        this.timeout = timeout;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webhook-timeout").factory());
        Timeout most = Timeout.of(timeout);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(targets)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(most)
                                .setSocketTimeout(most)
                                .build())
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .setUserAgent("Duka-Webhooks/1")
                .build();
    }

    /** Never fails: what went wrong is in the answer. */
    Attempt send(String url, String id, String signature, Instant at, String body) {
        HttpPost post = new HttpPost(URI.create(url));
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        post.setHeader("webhook-signature", signature);
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        long begun = System.nanoTime();
        // The timeouts of sockets are for one read each: whoever answers a byte at a time would go on for ever.
        Future<?> end = clock.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(
                    post, response -> new Attempt(at, response.getCode(), since(begun), null, beginning(response)));
        } catch (IOException | RuntimeException e) {
            String error = post.isCancelled() ? "No answer within " + timeout.toSeconds() + " s" : said(e);
            return new Attempt(at, null, since(begun), error, null);
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        http.close();
    }

    private static @Nullable String beginning(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return null;
        }
        byte[] bytes;
        try (InputStream content = entity.getContent()) {
            bytes = content.readNBytes(MOST_READ);
            // Closing would read the rest, however much it is, to keep the connection.
            if (content.read() >= 0) {
                response.close();
            }
        }
        return plain(new String(bytes, StandardCharsets.UTF_8), MOST_READ);
    }

    private static String said(Exception failure) {
        String message = failure.getMessage();
        return plain(message == null ? failure.getClass().getSimpleName() : message, LONGEST_ERROR);
    }

    private static String plain(String text, int longest) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > longest ? clean.substring(0, longest) : clean;
    }

    private static long since(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
