package duka.identity.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP as a caller would. */
@Component
public class GateClient {

    public static final String PASSWORD = "a long enough secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Environment environment;

    GateClient(Environment environment) {
        this.environment = environment;
    }

    public record Answer(int status, JsonNode body, HttpHeaders headers) {

        public String code() {
            return body.path("code").asString("");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** Somebody who signed in. */
    public record Person(String id, String email, String access, String refresh) {}

    public Answer get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, json.writeValueAsString(body), headers);
    }

    public Answer patch(String path, Object body, String... headers) {
        return send("PATCH", path, json.writeValueAsString(body), headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, json.writeValueAsString(body), headers);
    }

    public Answer send(String method, String path, String body, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        if (Arrays.stream(headers).noneMatch("Content-Type"::equalsIgnoreCase)) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + path))
                .method(method, body)
                .headers(all.toArray(String[]::new))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    isJson ? json.readTree(response.body()) : json.missingNode(),
                    response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String base() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    public static String[] as(Person person) {
        return new String[] {"Authorization", "Bearer " + person.access()};
    }

    public static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    public static Map<String, Object> registration(String email) {
        return Map.of(
                "email",
                email,
                "password",
                PASSWORD,
                "first_name",
                "Wanjiku",
                "last_name",
                "Kamau",
                "phone",
                "0712 345 678");
    }

    public Person customer() {
        String email = "wanjiku-" + UUID.randomUUID() + "@duka.test";
        Answer registered = post("/api/auth/users/", registration(email));
        if (registered.status() != 201) {
            throw new IllegalStateException("Not registered: " + registered.body());
        }
        return signIn(email, PASSWORD);
    }

    /** The first admin, who just proved anew who they are. */
    public Person admin() {
        Person admin = signIn("boss@duka.test", "the-boss-of-the-duka");
        Answer answer = post("/api/auth/step-up/", Map.of("password", "the-boss-of-the-duka"), as(admin));
        if (answer.status() != 204) {
            throw new IllegalStateException("Not stepped up: " + answer.body());
        }
        return admin;
    }

    public Person auditor() {
        Person person = customer();
        patch("/api/auth/users/" + person.id() + "/", Map.of("role", "auditor"), as(admin()));
        return signIn(person.email(), PASSWORD);
    }

    public Person signIn(String email, String password) {
        Answer answer = post("/api/auth/auth/", Map.of("email", email, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException("Not signed in: " + answer.body());
        }
        return new Person(
                answer.body().path("user").path("id").asString(), email, answer.text("access"), answer.text("refresh"));
    }
}
