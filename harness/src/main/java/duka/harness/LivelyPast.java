package duka.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * Gives a lively shop a past: people who have bought for half a year, through the import of past trade, so that nothing
 * is sent or asked for. Their money was taken by other means: no M-Pesa receipt is made up. A second run adds nothing.
 */
final class LivelyPast {

    static final int PEOPLE = 95;
    static final int DAYS = 180;

    private static final int AT_ONCE = 4;
    private static final int CHUNK = 40;
    private static final int PAGE = 100;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SPEAKS_EVERY = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Http http;
    private final Shop admin;
    private final String password;
    private final List<Neighbour> people;

    /** @param people by when they first came */
    LivelyPast(Http http, Shop admin, String password, List<Neighbour> people) {
        this.http = http;
        this.admin = admin;
        this.password = password;
        this.people = people;
    }

    /** The first day after the past, kept from the first run: later ones would else invent another past. */
    static LocalDate until(Path data) throws IOException {
        Path file = data.resolve("lively-since");
        if (!Files.exists(file)) {
            Files.writeString(file, LocalDate.now(PastMonths.ZONE).toString());
        }
        return LocalDate.parse(Files.readString(file).strip());
    }

    /** @return how many orders are in the books */
    int trade(LocalDate until, int days) throws Exception {
        Map<String, String> accounts = accounts();
        PastMonths.Trade trade = PastMonths.before(until, days, ProductPictures.products(admin), people, accounts);
        int orders = send(trade.invoices(), "invoices", "credits", "orders");
        send(trade.credits(), "credits", "invoices", "refunds");
        return orders;
    }

    /** Every third of them says what they think of what they bought, and wishes for more. */
    void speak() throws Exception {
        List<JsonNode> products = ProductPictures.products(admin);
        List<Callable<Integer>> visits = new ArrayList<>();
        for (int n = 0; n < people.size(); n += SPEAKS_EVERY) {
            Neighbour one = people.get(n);
            visits.add(() -> visit(one, products));
        }
        all(visits, "people have reviewed and wished");
    }

    private int visit(Neighbour one, List<JsonNode> products) throws Exception {
        Shop customer = Waiting.until(
                "the sign-in of " + one.name(),
                PATIENCE,
                Duration.ofSeconds(1),
                () -> Shop.signInIfThereIsRoom(http, one.email(), password));
        Random dice = one.dice("voice");
        JsonNode orders = customer.get("/api/orders/?status=completed&page_size=3")
                .orStop("Reading orders")
                .path("results");
        for (JsonNode order : orders) {
            JsonNode item = order.path("items").get(0);
            Http.Reply reply = customer.post(
                    "/api/reviews/",
                    Praise.of(
                            item.path("product_id").asString(),
                            item.path("name").asString(),
                            dice));
            if (reply.status() != CONFLICT) {
                reply.orStop("Reviewing");
            }
        }
        for (int n = dice.nextInt(3); n > 0; n--) {
            JsonNode product = products.get(dice.nextInt(products.size()));
            customer.post(
                            "/api/wishlist/",
                            Map.of("product_id", product.path("id").asString()))
                    .orStop("Wishing");
        }
        return 1;
    }

    /** Those that are missing are opened by staff, whose limit is its own: neighbours still find room to sign up. */
    private Map<String, String> accounts() throws Exception {
        Map<String, String> accounts = new HashMap<>();
        int number = 1;
        JsonNode page;
        do {
            page = admin.get("/api/auth/users/?role=customer&page_size=" + PAGE + "&page=" + number++)
                    .orStop("Reading the accounts");
            page.path("results")
                    .forEach(user -> accounts.put(
                            user.path("email").asString(), user.path("id").asString()));
        } while (page.path("next").isString());
        int done = 0;
        for (Neighbour one : people) {
            if (!accounts.containsKey(one.email())) {
                accounts.put(one.email(), open(one));
            }
            progress("accounts", ++done, people.size());
        }
        return accounts;
    }

    private String open(Neighbour one) throws Exception {
        Map<String, Object> user = Map.of(
                "email", one.email(),
                "password", password,
                "first_name", one.firstName(),
                "last_name", one.lastName(),
                "phone", one.phone("000"));
        return Waiting.until("the account of " + one.name(), PATIENCE, Duration.ofMillis(500), () -> {
            Http.Reply made = admin.post("/api/auth/users/", user);
            return made.status() == TOO_MANY_REQUESTS
                    ? null
                    : made.orStop("Registering " + one.name()).path("id").asString();
        });
    }

    private int send(List<Map<String, Object>> all, String name, String none, String counted) throws Exception {
        List<Callable<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Map<String, Object>> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            parts.add(() -> admin.post("/api/orders/import/", Map.of(name, part, none, List.of()))
                    .orStop("The import")
                    .path(counted)
                    .asInt());
        }
        return all(parts, "parts of the past " + counted);
    }

    /** @return the sum of what they answer */
    private static int all(List<Callable<Integer>> tasks, String what) throws Exception {
        List<Future<Integer>> pending = new ArrayList<>();
        int sum = 0;
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
            tasks.forEach(task -> pending.add(some.submit(task)));
            for (int n = 0; n < pending.size(); n++) {
                sum += pending.get(n).get();
                progress(what, n + 1, pending.size());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Stop stop ? stop : e;
        }
        return sum;
    }

    private static void progress(String what, int done, int total) {
        if (done == total || done % Math.max(1, total / 5) == 0) {
            System.out.printf("  %,d of %,d %s%n", done, total, what);
        }
    }
}
