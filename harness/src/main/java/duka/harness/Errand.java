package duka.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Everything that one neighbour does in a lively shop. What was done in an earlier run is seen and not done again. */
final class Errand {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<String> SETTLED = Set.of("confirmed", "completed", "rejected", "cancelled");
    private static final int CONFLICT = 409;

    private final Neighbour neighbour;
    private final Shop customer;
    private final Counter counter;
    private final List<JsonNode> products;

    Errand(Neighbour neighbour, Shop customer, Counter counter, List<JsonNode> products) {
        this.neighbour = neighbour;
        this.customer = customer;
        this.counter = counter;
        this.products = products;
    }

    /** How an order ends. */
    enum Fate {
        PAID,
        CASH,
        REFUSED_ON_THE_PHONE,
        REGRETTED;

        static Fate of(int roll) {
            return roll < 74 ? PAID : roll < 88 ? CASH : roll < 94 ? REFUSED_ON_THE_PHONE : REGRETTED;
        }
    }

    void run() throws Exception {
        customer.delete("/api/cart/").orStop("Emptying a cart");
        for (int n = orders().size(); n < neighbour.orders(); n++) {
            order(n, neighbour.dice("order " + n));
        }
        List<JsonNode> orders = orders();
        for (int n = 0; n < orders.size(); n++) {
            Random dice = neighbour.dice("parcel " + n);
            if (counter.handOn(orders.get(n), dice)) {
                review(orders.get(n), neighbour.dice("review " + n));
            }
        }
        wish(neighbour.dice("wishes"));
    }

    private void order(int n, Random dice) throws Exception {
        IntStream.rangeClosed(0, dice.nextInt(3))
                .mapToObj(item -> products.get(dice.nextInt(products.size())))
                .distinct()
                .forEach(product -> fill(product, 1 + dice.nextInt(2)));
        Fate fate = Fate.of(dice.nextInt(100));
        JsonNode placed = customer.post("/api/orders/", body(fate), "lively-" + neighbour.number() + "-" + n)
                .orStop("Ordering");
        String id = placed.path("id").asString();
        String end = fate == Fate.REFUSED_ON_THE_PHONE ? untilRefused(id) : untilSettled(id);
        if (fate == Fate.REGRETTED && end.equals("confirmed")) {
            customer.delete("/api/orders/" + id + "/").orStop("Cancelling");
        }
    }

    private void fill(JsonNode product, int quantity) {
        try {
            Map<String, Object> line = Map.of("sku", product.path("sku").asString(), "quantity", quantity);
            Http.Reply reply = customer.post("/api/cart/items/", line);
            if (reply.status() != CONFLICT) {
                reply.orStop("Filling a cart");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> body(Fate fate) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("shipping_address", neighbour.address());
        body.put("shipping_method", neighbour.shippingMethod());
        body.put("payment_method", fate == Fate.CASH ? "cash_on_delivery" : "mpesa");
        if (fate != Fate.CASH) {
            body.put("phone", neighbour.phone(fate == Fate.REFUSED_ON_THE_PHONE ? "032" : "000"));
        }
        return body;
    }

    private String untilSettled(String order) throws Exception {
        return Waiting.until("an order of " + neighbour.name(), PATIENCE, PAUSE, () -> {
            JsonNode now = read(order);
            String status = now.path("status").asString();
            boolean failed = now.path("payment_status").asString().equals("failed");
            return SETTLED.contains(status) || failed ? status : null;
        });
    }

    private String untilRefused(String order) throws Exception {
        return Waiting.until("a refusal of " + neighbour.name(), PATIENCE, PAUSE, () -> {
            JsonNode now = read(order);
            boolean failed = now.path("payment_status").asString().equals("failed");
            return failed || SETTLED.contains(now.path("status").asString()) ? "failed" : null;
        });
    }

    private JsonNode read(String order) throws Exception {
        return customer.get("/api/orders/" + order + "/").orStop("Reading an order");
    }

    /** The oldest first. */
    private List<JsonNode> orders() throws Exception {
        List<JsonNode> orders = new ArrayList<>();
        customer.get("/api/orders/?page_size=100")
                .orStop("Reading orders")
                .path("results")
                .forEach(orders::add);
        orders.sort(Comparator.comparing(order -> order.path("placed_at").asString()));
        return orders;
    }

    private void review(JsonNode order, Random dice) throws Exception {
        for (JsonNode item : order.path("items")) {
            Map<String, Object> review = Praise.of(
                    item.path("product_id").asString(), item.path("name").asString(), dice);
            if (dice.nextInt(100) < 70) {
                Http.Reply reply = customer.post("/api/reviews/", review);
                if (reply.status() != CONFLICT) {
                    reply.orStop("Reviewing");
                }
            }
        }
    }

    private void wish(Random dice) throws Exception {
        for (int i = dice.nextInt(4); i >= 0; i--) {
            JsonNode product = products.get(dice.nextInt(products.size()));
            customer.post(
                            "/api/wishlist/",
                            Map.of("product_id", product.path("id").asString()))
                    .orStop("Wishing");
        }
    }
}
