package duka.kernel.web;

import duka.identity.api.AccountId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of the edge share: one running edge, an empty {@link World} for each test, and people who call. */
@SpringBootTest(
        classes = EdgeApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"duka.limits=off", "duka.live.poll=50ms", "duka.webhook-secret=a provider's secret"})
public abstract class EdgeTest {

    protected static final AccountId WANJIKU = account("01900000-0000-7000-8000-00000000000a");
    protected static final AccountId OTIENO = account("01900000-0000-7000-8000-00000000000b");
    protected static final String ADMIN = "admin:01900000-0000-7000-8000-00000000000c";
    protected static final String AUDITOR = "auditor:01900000-0000-7000-8000-00000000000d";
    protected static final String CUSTOMER = "customer:" + WANJIKU;
    protected static final String STRANGER = "customer:" + OTIENO;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    protected World world;

    @Autowired
    private Environment environment;

    @BeforeEach
    void emptyTheWorld() {
        world.reset();
    }

    /** An answer of the edge. */
    public record Answered(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    protected Answered get(String token, String path, String... headers) {
        return send("GET", token, path, null, headers);
    }

    protected Answered post(String token, String path, String body, String... headers) {
        return send("POST", token, path, body, headers);
    }

    protected Answered send(String method, String token, String path, String body, String... headers) {
        HttpRequest.Builder request = request(token, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body != null && headers.length == 0) {
            request.header("Content-Type", "application/json");
        } else if (body != null && !String.join(",", headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answered(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    protected HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static AccountId account(String id) {
        return new AccountId(UUID.fromString(id));
    }
}
