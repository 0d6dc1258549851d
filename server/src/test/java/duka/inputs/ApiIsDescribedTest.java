package duka.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the API against the server that it describes. */
class ApiIsDescribedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What describes the others, streams without end, and what is no JSON. */
    private static final Set<String> APART = Set.of("/api/openapi.json", "/api/docs", "/api/docs/", "/api/docs/ui");

    /** Nobody plays Safaricom here, so its statement cannot be had. */
    private static final Set<String> ELSEWHERE = Set.of("/api/payments/reconciliation/");

    private final RunningShop shop = RunningShop.shared();
    private final JsonNode document = shop.get(null, "/api/openapi.json").json();

    @Test
    void each_mapped_route_is_described_and_each_described_one_is_mapped() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> described.add(name(method.getKey(), path.getKey()))));
        assertThat(described).containsExactlyInAnyOrderElementsOf(mapped());
    }

    @Test
    void each_operation_says_who_may_call_it_and_how_it_refuses() {
        List<String> silent = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    boolean saysWho = operation.has("x-audience") && operation.has("security");
                    boolean saysWhat = operation.path("responses").properties().stream()
                            .anyMatch(response -> response.getKey().startsWith("2")
                                    || response.getKey().startsWith("3"));
                    if (!saysWho || !saysWhat) {
                        silent.add(name(method.getKey(), path.getKey()));
                    }
                }));
        assertThat(silent).isEmpty();
        JsonNode stock = document.path("paths").path("/api/inventory/{sku}/").path("patch");
        assertThat(stock.path("x-audience").asString()).isEqualTo("admin");
        assertThat(stock.path("responses").propertyNames()).contains("200", "400", "401", "403", "404", "409", "412");
    }

    /** Every list, and the first thing on it. */
    @Test
    void what_an_admin_reads_has_the_shape_that_is_described() {
        String admin = shop.admin();
        somethingToRead(admin);
        Shapes shapes = new Shapes(document);
        List<String> faults = new ArrayList<>();
        List<String> read = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode schema = path.getValue()
                    .path("get")
                    .path("responses")
                    .path("200")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            String address = address(admin, path.getKey());
            if (schema.isMissingNode() || address.isEmpty()) {
                return;
            }
            Answered answer = shop.get(admin, address);
            if (answer.status() == 200) {
                read.add(path.getKey());
                faults.addAll(shapes.faults(answer.json(), schema, path.getKey()));
            } else if (!ELSEWHERE.contains(path.getKey())) {
                faults.add(path.getKey() + " answered " + answer.status());
            }
        });
        assertThat(faults).isEmpty();
        assertThat(read)
                .contains(
                        "/api/products/",
                        "/api/products/{idOrSlug}/",
                        "/api/orders/",
                        "/api/orders/{idOrNumber}/",
                        "/api/payments/payments/{id}/",
                        "/api/shipments/{id}/",
                        "/api/inventory/",
                        "/api/reviews/",
                        "/api/analytics/dashboard/stats/",
                        "/api/analytics/sales/overview/");
    }

    /** A variable stands for the first thing on the list above it. */
    private String address(String admin, String path) {
        int variable = path.indexOf('{');
        if (variable < 0) {
            return path.contains("/stream/") || path.contains("/explain/") ? "" : path;
        }
        String list = path.substring(0, variable);
        JsonNode first = document.path("paths").path(list).has("get")
                ? shop.get(admin, list).json().path("results").path(0)
                : document.path("paths").path("");
        String id = first.path("id").asString(first.path("sku").asString(""));
        String rest = path.substring(path.indexOf('}') + 1);
        return id.isEmpty() || rest.contains("{") || rest.contains("stream") ? "" : list + id + rest;
    }

    private void somethingToRead(String admin) {
        String sku = "SHAPE-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> price = Map.of("amount", "150.00", "currency", "KES");
        Answered product = shop.post(
                admin, "/api/products/", Map.of("name", "Shape " + sku, "sku", sku, "price", price, "stock", 50));
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/inventory/" + sku + "/").status() == 200);
        String customer = shop.customer(UUID.randomUUID() + "@example.com");
        shop.post(customer, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
        Map<String, Object> order = Map.of(
                "shipping_address",
                Map.of(
                        "full_name", "Wanjiku Kamau",
                        "phone", "+254712345678",
                        "line1", "Moi Avenue 14",
                        "city", "Nairobi",
                        "country", "KE"),
                "shipping_method",
                "nairobi",
                "payment_method",
                "cash_on_delivery");
        Answered placed = shop.post(customer, "/api/orders/", order);
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/orders/" + placed.text("id") + "/")
                        .json()
                        .path("shipment")
                        .has("id"));
        shop.post(
                customer, "/api/reviews/", Map.of("product_id", product.text("id"), "rating", 5, "body", "Nzuri sana"));
        await().atMost(PATIENCE)
                .until(() ->
                        !shop.get(null, "/api/reviews/").json().path("results").isEmpty());
    }

    private Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        Objects.requireNonNull(shop.part(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> add(mapped, info));
        return mapped;
    }

    private static void add(Set<String> mapped, RequestMappingInfo info) {
        for (String path : info.getPatternValues()) {
            if (path.startsWith("/api/") && !APART.contains(path) && !path.startsWith("/api/openapi.json")) {
                info.getMethodsCondition().getMethods().forEach(method -> mapped.add(name(method.name(), path)));
            }
        }
    }

    private static String name(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
