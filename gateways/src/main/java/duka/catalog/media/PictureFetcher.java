package duka.catalog.media;

import duka.catalog.api.RemotePictures;
import duka.kernel.outside.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/** Gets pictures from addresses that may be reached, also where a redirect leads, and no more of them than may be uploaded. */
final class PictureFetcher implements RemotePictures, AutoCloseable {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 3;
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Timeout SILENCE = Timeout.ofSeconds(10);

    private final Targets targets;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("picture-timeout").factory());

    PictureFetcher(Targets targets) {
        this.targets = targets;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(targets)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(SILENCE)
                                .setSocketTimeout(SILENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setMaxRedirects(MOST_REDIRECTS).build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setUserAgent("Duka-Import/1")
                .build();
    }

    @Override
    public byte[] fetch(String url) {
        targets.objectionTo(url).ifPresent(objection -> {
            throw new NotFetched(objection);
        });
        HttpGet get = new HttpGet(URI.create(url));
        Future<?> end = clock.schedule(get::cancel, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(get, PictureFetcher::body);
        } catch (UnknownHostException e) {
            throw new NotFetched("The host is unknown, or inside of a network.");
        } catch (IOException e) {
            throw new NotFetched("Its server does not answer as it should.");
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        http.close();
    }

    private static byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            response.close();
            throw new NotFetched("Its server answers " + response.getCode() + ".");
        }
        try (InputStream content = entity.getContent()) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                response.close();
                throw new NotFetched("It is larger than 5 MiB.");
            }
            return bytes;
        }
    }
}
