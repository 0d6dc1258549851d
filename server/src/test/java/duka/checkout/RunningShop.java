package duka.checkout;

import duka.server.DukaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole server as people run it, on a database of its own and a free port, for tests that call it over HTTP. Nobody
 * plays Safaricom: prompts are refused at once, and tests tell of money themselves. All tests of a JVM share one.
 */
public final class RunningShop {

    public static final String ADMIN_EMAIL = "admin@duka.test";
    public static final String ADMIN_PASSWORD = "an admin's long password";
    public static final String PASSWORD = "a customer's long password";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;

    private RunningShop(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningShop shared() {
        return Holder.SHOP;
    }

    /** A shop of the caller's own, with other settings; the caller closes it. */
    public static RunningShop with(Path data, String... settings) {
        String[] usual = {
            "--duka.data=" + data,
            "--duka.admin-email=" + ADMIN_EMAIL,
            "--duka.admin-password=" + ADMIN_PASSWORD,
            "--duka.limits=off"
        };
        String[] all = Arrays.copyOf(usual, usual.length + settings.length);
        System.arraycopy(settings, 0, all, usual.length, settings.length);
        return new RunningShop(new SpringApplicationBuilder(DukaServer.class).run(all));
    }

    public void close() {
        context.close();
    }

    /** An answer of the shop. */
    public record Answered(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public <T> T part(Class<T> kind) {
        return context.getBean(kind);
    }

    /** The first admin's access token; for five minutes they may give money back. */
    public String admin() {
        String admin = signIn(ADMIN_EMAIL, ADMIN_PASSWORD);
        stepUp(admin);
        return admin;
    }

    public void stepUp(String admin) {
        Answered proved = post(admin, "/api/auth/step-up/", Map.of("password", ADMIN_PASSWORD));
        if (proved.status() != 204) {
            throw new AssertionError(proved.response().body());
        }
    }

    /** A new customer's access token. */
    public String customer(String email) {
        Answered made = send(
                "POST",
                null,
                "/api/auth/users/",
                Map.of("email", email, "password", PASSWORD, "first_name", "Wanjiku", "last_name", "Kamau"));
        if (made.status() != 201) {
            throw new AssertionError(made.response().body());
        }
        return signIn(email, PASSWORD);
    }

    public Answered get(String token, String path) {
        return send("GET", token, path, null);
    }

    public Answered post(String token, String path, Object body) {
        return send("POST", token, path, body);
    }

    public Answered send(String method, String token, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(token, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        boolean csv = String.join(",", headers).contains("text/csv");
        if (body != null && !csv) {
            request.header("Content-Type", "application/json");
        }
        String written = body == null ? null : csv ? body.toString() : JSON.writeValueAsString(body);
        request.method(method, written == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written));
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answered(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpRequest.Builder request(String token, String path) {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private String signIn(String email, String password) {
        Answered signedIn = send("POST", null, "/api/auth/auth/", Map.of("email", email, "password", password));
        if (signedIn.status() != 200) {
            throw new AssertionError(signedIn.response().body());
        }
        return signedIn.text("access");
    }

    private static final class Holder {

        static final RunningShop SHOP = start();

        private static RunningShop start() {
            return with(
                    folder(),
                    "--server.port=0",
                    "--duka.daraja.base-url=http://localhost:1",
                    "--duka.allow-private-addresses=true",
                    "--duka.webhooks.look-after=PT2S");
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("duka-shop");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
