package duka.benchmarks;

import duka.harness.Arguments;
import duka.harness.Customers;
import duka.harness.OwnSystem;
import duka.harness.Shop;
import duka.harness.Stop;
import duka.harness.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * The whole benchmark: {@code ./duka bench [products 10000] [seconds 20] [checkout seconds 180] [checkout rates
 * 20,40,60]}, or one part alone: {@code ./duka bench live} (sockets), {@code ./duka bench herd} (many sign in at once).
 * Client, server, database and simulator share the machine; processor time is told by process.
 */
final class Bench {

    private static final int PORT = 28080;
    private static final int CONNECTIONS = 16;
    private static final int PRODUCTS_OF_A_SMALL_SHOP = 1_000;
    private static final String CHECKOUT_RATES = "20,40,60";
    private static final String USAGE = """
            ./duka bench [products] [seconds] [checkout seconds] [rates]   all of it (10000 20 180 20,40,60)
            ./duka bench live                                              sockets that watch checkouts
            ./duka bench herd                                              500 people who sign in at once""";
    private static final String[] WORDS = {
        "red", "blue", "green", "wooden", "solar", "cotton", "lamp", "bowl", "basket", "radio", "cup", "towel", "bag",
        "clock", "frame", "candle", "kettle", "mirror", "chair", "shelf", "garden", "kitchen", "travel", "vintage"
    };

    private final OwnSystem system;
    private final ClosedLoop loop;
    private final int products;

    private Bench(OwnSystem system, int products, int seconds) {
        this.system = system;
        this.products = products;
        this.loop = new ClosedLoop(system, CONNECTIONS, Duration.ofSeconds(seconds));
    }

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> run(arguments));
    }

    private static void run(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "live" -> alone(system -> Live.measure(system, PORT, PRODUCTS_OF_A_SMALL_SHOP));
            case "herd" -> alone(system -> Herd.measure(system, PRODUCTS_OF_A_SMALL_SHOP));
            case "--help", "-h" -> System.out.println(USAGE);
            default -> all(arguments);
        }
    }

    private static void all(String... arguments) throws Exception {
        int products = number(arguments, 0, 10_000);
        int seconds = number(arguments, 1, 20);
        int checkoutSeconds = number(arguments, 2, 180);
        String rates = arguments.length > 3 ? arguments[3] : CHECKOUT_RATES;
        Path data = Files.createTempDirectory("duka-bench");
        try (OwnSystem system = OwnSystem.start(data, PORT, 512, Map.of())) {
            Bench bench = new Bench(system, products, seconds);
            bench.seed();
            bench.reads();
            bench.carts();
            Idle.measure(system);
            OpenLoop.warmUp(system, products);
            for (String rate : rates.split(",", -1)) {
                OpenLoop.checkouts(
                        system,
                        OpenLoop.customers(system),
                        Arguments.number(rate),
                        Duration.ofSeconds(checkoutSeconds),
                        products);
            }
            bench.restart();
        }
    }

    private static void alone(Part part) throws Exception {
        Path data = Files.createTempDirectory("duka-bench");
        try (OwnSystem system = OwnSystem.start(data, PORT, 1_024, Map.of())) {
            new Bench(system, PRODUCTS_OF_A_SMALL_SHOP, 1).seed();
            OpenLoop.warmUp(system, PRODUCTS_OF_A_SMALL_SHOP);
            part.measure(system);
        }
    }

    private void seed() throws Exception {
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("sku,name,description,category,price,stock\n");
        for (int i = 0; i < products; i++) {
            csv.append("B-%05d,%s %s %s %d,Something useful for the house,%s > %s,%d,1000000%n"
                    .formatted(
                            i,
                            word(random),
                            word(random),
                            word(random),
                            i,
                            "Shelf " + i % 8,
                            "Row " + i % 40,
                            50 + random.nextInt(5_000)));
        }
        long start = System.nanoTime();
        Shop admin = system.admin();
        String job = admin.postCsv("/api/products/import/", csv.toString())
                .orStop("The import")
                .path("job_id")
                .asString();
        JsonNode end = Waiting.until("the import", Duration.ofMinutes(15), Duration.ofMillis(250), () -> {
            JsonNode state = admin.get("/api/products/import/" + job + "/").json();
            return state.path("status").asString().equals("succeeded") ? state : null;
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "import: %,d products in %.1f s (%.0f/s)%n", end.path("done").asInt(), seconds, products / seconds);
        Waiting.until("the last product to be sellable", Duration.ofMinutes(5), Duration.ofMillis(250), () -> {
            JsonNode item =
                    admin.get("/api/inventory/B-%05d/".formatted(products - 1)).json();
            return item.path("on_hand").asInt() > 0 ? item : null;
        });
    }

    private void reads() throws Exception {
        List<String> slugs = slugs();
        Shop anybody = Shop.anonymous(system.http());
        loop.run("list", n -> anybody.get("/api/products/?page_size=24&page=" + (1 + n % 20)));
        loop.run("detail", n -> anybody.get("/api/products/" + slugs.get(n % slugs.size()) + "/"));
        loop.run(
                "search",
                n -> anybody.get("/api/products/?page_size=24&search=" + WORDS[n % WORDS.length] + "%20"
                        + WORDS[(n / WORDS.length) % WORDS.length]));
    }

    private void carts() throws Exception {
        List<Shop> customers = Customers.signUp(system.http(), CONNECTIONS * 4);
        loop.run(
                "add to cart",
                n -> customers
                        .get(n % customers.size())
                        .post("/api/cart/items/", Map.of("sku", "B-%05d".formatted(n % 40), "quantity", 1 + n % 2)));
    }

    private void restart() throws Exception {
        System.out.printf("resident: server %d MiB%n", Processor.residentMiB(system.pid("server")));
        system.killServer();
        long start = System.nanoTime();
        system.up();
        System.out.printf("ready again after a kill: %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private List<String> slugs() throws Exception {
        List<String> slugs = new ArrayList<>();
        for (int page = 1; page <= 10; page++) {
            for (JsonNode product : Shop.anonymous(system.http())
                    .get("/api/products/?page_size=100&page=" + page)
                    .orStop("Listing")
                    .path("results")) {
                slugs.add(product.path("slug").asString());
            }
        }
        return slugs;
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return (int) Arguments.number(arguments, at, otherwise);
    }

    @FunctionalInterface
    private interface Part {
        void measure(OwnSystem system) throws Exception;
    }
}
