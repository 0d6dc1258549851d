package duka.harness;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Brings a filled shop to life: neighbours who order, pay, wait for parcels, review and wish, and a few reduced prices.
 * All of it through the shop's own doors, so that every figure follows from events. A second run adds nothing.
 */
final class LivelyShop {

    private static final int AT_ONCE = 8;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REDUCED_EVERY = 7;
    private static final BigDecimal BEFORE = new BigDecimal("1.25");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Http http;
    private final Shop admin;
    private final String password;

    /** @param password of all neighbours */
    LivelyShop(Http http, Shop admin, String password) {
        this.http = http;
        this.admin = admin;
        this.password = password;
    }

    /** A password for the neighbours, made once and kept for its owner's eyes. */
    static String password(Path data) throws IOException {
        Path file = data.resolve("secrets").resolve("lively-password");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).strip();
    }

    void fill(List<Neighbour> neighbours) throws Exception {
        List<JsonNode> products = ProductPictures.products(admin);
        if (products.isEmpty()) {
            throw new Stop("there is nothing to buy: ./duka seed first.");
        }
        reduce(products);
        Counter counter = new Counter(admin);
        List<Future<?>> pending = new ArrayList<>();
        try (ExecutorService streets = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Neighbour neighbour : neighbours) {
                pending.add(streets.submit(() -> {
                    new Errand(neighbour, signIn(neighbour), counter, products).run();
                    return null;
                }));
            }
            for (Future<?> one : pending) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Stop stop ? stop : e;
        }
    }

    /** Some prices are struck through, once. */
    private void reduce(List<JsonNode> products) throws IOException {
        for (int i = 0; i < products.size(); i += REDUCED_EVERY) {
            JsonNode product = products.get(i);
            if (product.path("compare_at_price").isNull()) {
                long before = new BigDecimal(
                                product.path("price").path("amount").asString())
                        .multiply(BEFORE)
                        .longValue();
                admin.patch(
                                "/api/products/" + product.path("id").asString() + "/",
                                Map.of("compare_at_price", Map.of("amount", before + ".00", "currency", "KES")))
                        .orStop("Reducing a price");
            }
        }
    }

    private Shop signIn(Neighbour neighbour) throws Exception {
        return Waiting.until("the sign-in of " + neighbour.name(), PATIENCE, Duration.ofSeconds(2), () -> {
            Http.Reply made = http.send(
                    "POST",
                    "/api/auth/users/",
                    Map.of(
                            "email", neighbour.email(),
                            "password", password,
                            "first_name", neighbour.firstName(),
                            "last_name", neighbour.lastName(),
                            "phone", neighbour.phone("000")),
                    Map.of());
            if (made.status() == TOO_MANY_REQUESTS) {
                return null;
            }
            if (!made.code().equals("email_taken")) {
                made.orStop("Registering " + neighbour.name());
            }
            return Shop.signInIfThereIsRoom(http, neighbour.email(), password);
        });
    }
}
