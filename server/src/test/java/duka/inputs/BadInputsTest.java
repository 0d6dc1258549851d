package duka.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.RunningShop;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends nonsense to every operation that the server describes, as guest, customer and admin. How much is
 * {@code -Dduka.inputs}, and {@code -Dduka.inputs.seed} repeats a run.
 */
class BadInputsTest {

    private static final int USUAL = 500;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NONSENSE = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "9223372036854775808",
            "99999999999999999999999999",
            "0.5",
            "[]",
            "{}",
            "[[[]]]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"-5.00\"",
            "\"x\"",
            "{\"amount\":\"-1.00\",\"currency\":\"KES\"}",
            "{\"amount\":\"1e999\",\"currency\":\"KES\"}",
            "{\"amount\":1,\"currency\":\"\"}",
            "\"00000000-0000-7000-8000-000000000000\"",
            "\"" + "a".repeat(70_000) + "\"");
    private static final List<String> PATHS = List.of(
            "00000000-0000-7000-8000-000000000000",
            "x",
            "-1",
            "a%00b",
            "%ED%A0%80",
            "9".repeat(40),
            "a".repeat(2_000),
            "%27%20or%201=1",
            "D-00000000");
    private static final List<String> TYPES =
            List.of("text/plain", "application/xml", "application/json;charset=nonsense", "multipart/form-data", "x");

    private final RunningShop shop = RunningShop.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private final Set<String> refused = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void nonsense_is_refused_as_a_problem_and_changes_nothing() throws Exception {
        long seed = Long.getLong("duka.inputs.seed", System.nanoTime());
        int count = Integer.getInteger("duka.inputs", USUAL);
        System.out.println("Bad inputs: " + count + " with seed " + seed);
        Random dice = new Random(seed);
        List<Operation> operations =
                Operation.of(shop.get(null, "/api/openapi.json").json());
        assertThat(operations).hasSizeGreaterThan(50);
        assertThat(causedBy(Set.of(accepted()))).as("what is accepted is found").hasSize(1);
        for (int i = 0; i < count; i++) {
            send(operations.get(i % operations.size()), pick(List.of(Who.values()), dice), dice);
        }
        System.out.println("Bad inputs by status: " + statuses);
        assertThat(faults).as("seed " + seed).isEmpty();
        assertThat(causedBy(refused)).as("seed " + seed).isEmpty();
    }

    private enum Who {
        GUEST,
        CUSTOMER,
        ADMIN
    }

    private @Nullable String tokenOf(Who who) {
        return switch (who) {
            case GUEST -> null;
            case CUSTOMER ->
                tokens.computeIfAbsent(who, key -> shop.customer("inputs" + UUID.randomUUID() + "@example.com"));
            case ADMIN -> tokens.computeIfAbsent(who, key -> shop.admin());
        };
    }

    /** Some of what may be said without any body ends the session of whoever says it. */
    private static boolean endsSessions(Operation operation) {
        return !operation.method().equals("GET") && operation.path().startsWith("/api/auth/");
    }

    /** A request that changes something, so that the search for changes is known to find one. */
    private String accepted() throws IOException, InterruptedException {
        String id = "good-" + UUID.randomUUID();
        HttpRequest request = shop.request(shop.admin(), "/api/products/categories/")
                .header("X-Request-Id", id)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Inputs " + UUID.randomUUID() + "\"}"))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return id;
    }

    private void send(Operation operation, Who caller, Random dice) throws IOException, InterruptedException {
        String id = "bad-" + UUID.randomUUID();
        String path = address(operation, dice);
        HttpRequest.Builder request = shop.request(tokenOf(caller), path)
                .timeout(Duration.ofSeconds(30))
                .header("X-Request-Id", id)
                .header("Content-Type", dice.nextInt(12) == 0 ? pick(TYPES, dice) : "application/json");
        boolean bodiless =
                operation.method().equals("GET") || operation.method().equals("DELETE");
        String body = bodiless ? "" : body(operation, dice);
        request.method(operation.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        if (endsSessions(operation)) {
            tokens.remove(caller);
        }
        if (answer.statusCode() >= 400) {
            refused.add(id);
            if (!isProblem(answer)) {
                faults.add("%s %s %s -> %d %s"
                        .formatted(
                                operation.method(),
                                shortened(path),
                                shortened(body),
                                answer.statusCode(),
                                shortened(answer.body())));
            }
        }
    }

    private static String address(Operation operation, Random dice) {
        String path =
                VARIABLE.matcher(operation.path()).replaceAll(found -> Matcher.quoteReplacement(pick(PATHS, dice)));
        if (operation.query().isEmpty() || dice.nextBoolean()) {
            return path;
        }
        String value = pick(NONSENSE.subList(0, NONSENSE.size() - 1), dice);
        return path + "?" + pick(operation.query(), dice) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String body(Operation operation, Random dice) {
        return switch (dice.nextInt(12)) {
            case 0 -> "{\"a\":";
            case 1 -> "";
            case 2 -> "[".repeat(5_000);
            case 3 -> "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
            case 4 -> "{\"a\":\"" + "a".repeat(2 * 1024 * 1024) + "\"}";
            case 5 -> pick(NONSENSE, dice);
            default -> object(operation.fields(), dice);
        };
    }

    private static String object(List<String> fields, Random dice) {
        List<String> members = new ArrayList<>();
        for (String field : fields) {
            int times = dice.nextInt(8) == 0 ? 2 : dice.nextInt(5) == 0 ? 0 : 1;
            for (int i = 0; i < times; i++) {
                members.add("\"" + field + "\":" + pick(NONSENSE, dice));
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private static boolean isProblem(HttpResponse<String> answer) {
        // What needs M-Pesa may have to be asked again: it is away here.
        boolean broken = answer.statusCode() >= 500 && answer.statusCode() != 503;
        if (broken || !answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("status").asInt() == answer.statusCode()
                    && problem.path("code").asString("").matches("[a-z][a-z0-9_]*")
                    && List.of("type", "title", "detail", "instance").stream().allMatch(problem::has);
        } catch (JacksonException e) {
            return false;
        }
    }

    /** The refused requests that some event names as its cause. */
    private List<String> causedBy(Set<String> requests) {
        return shop
                .part(JdbcClient.class)
                .sql("SELECT DISTINCT convert_from(meta_data, 'UTF8')::jsonb ->> 'request_id' FROM events.domain_event")
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list()
                .stream()
                .filter(requests::contains)
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private static <T> T pick(List<T> all, Random dice) {
        return all.get(dice.nextInt(all.size()));
    }
}
