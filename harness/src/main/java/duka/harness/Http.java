package duka.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON over HTTP on kept connections, without retries: what was asked once was sent at most once. */
public final class Http implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final CloseableHttpClient client;

    public Http(String base, int connections) {
        this.base = base;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(30))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(60))
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    public Reply send(String method, String path, @Nullable Object body, Map<String, String> headers)
            throws IOException {
        HttpEntity entity = body == null ? null : json(body);
        return send(method, path, entity, headers);
    }

    Reply sendCsv(String path, String csv, Map<String, String> headers) throws IOException {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        return send(
                "POST",
                path,
                new ByteArrayEntity(bytes, ContentType.create("text/csv", StandardCharsets.UTF_8)),
                headers);
    }

    Reply sendPicture(String path, byte[] png, String alt, Map<String, String> headers) throws IOException {
        HttpEntity form = MultipartEntityBuilder.create()
                .setCharset(StandardCharsets.UTF_8)
                .addBinaryBody("file", png, ContentType.IMAGE_PNG, "picture.png")
                .addTextBody("alt", alt, ContentType.create("text/plain", StandardCharsets.UTF_8))
                .build();
        return send("POST", path, form, headers);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static HttpEntity json(Object body) {
        return new ByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON);
    }

    private Reply send(String method, String path, @Nullable HttpEntity body, Map<String, String> headers)
            throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, URI.create(base + path));
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setEntity(body);
        }
        return client.execute(request, Http::reply);
    }

    private static Reply reply(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] bytes = entity == null ? new byte[0] : entity.getContent().readAllBytes();
        Header etag = response.getFirstHeader("ETag");
        return new Reply(
                response.getCode(), new String(bytes, StandardCharsets.UTF_8), etag == null ? null : etag.getValue());
    }

    /** What came back. */
    public record Reply(int status, String text, @Nullable String etag) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        public JsonNode json() {
            if (text.isEmpty()) {
                return MissingNode.getInstance();
            }
            try {
                return JSON.readTree(text);
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }

        public String code() {
            return json().path("code").asString("");
        }

        /** The answer's JSON; anything but success ends the program with what the server said. */
        public JsonNode orStop(String what) {
            if (!isSuccess()) {
                throw new Stop(what + " was answered with " + status + ": " + text);
            }
            return json();
        }
    }
}
