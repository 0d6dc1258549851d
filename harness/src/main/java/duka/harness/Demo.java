package duka.harness;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/**
 * Five sales against the running system, through HTTP alone: paid and delivered; refused for stock; cancelled on the
 * phone and paid at the second try; paid although the callback was lost; paid after it was cancelled, and so refunded.
 * Prints each event as it happens and, at the end, sums of stock and money that must tie.
 */
final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PRICE = 250;
    private static final int ON_SHELF = 20;

    private final Http http;
    private final Shop admin;
    private final Phones phones;
    private final String run = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final String lamp = "DEMO-LAMP-" + run;
    private final String radio = "DEMO-RADIO-" + run;

    private Demo(Http http, Shop admin, Phones phones) {
        this.http = http;
        this.admin = admin;
        this.phones = phones;
    }

    public static void main(String[] arguments) throws Exception {
        Stop.onFailure(() -> {
            Settings settings = Settings.fromEnvironment();
            try (Http http = new Http(settings.serverUrl(), 8);
                    Http simulator = new Http(settings.simulatorUrl(), 4)) {
                Shop admin = Shop.signIn(
                        http, settings.admin().email(), settings.admin().password());
                new Demo(http, admin, new Phones(simulator)).play();
            }
        });
    }

    private void play() throws Exception {
        Ledger before = phones.ledger();
        list(lamp, "Demo lamp " + run, ON_SHELF);
        list(radio, "Demo radio " + run, 1);
        Tally tally = new Tally();

        title("1. A sale that is paid and delivered");
        Sale first = buy("Achieng", lamp, 2, phone("000"));
        first.until("confirmed", PATIENCE);
        deliver(first);
        first.until("completed", PATIENCE);
        tally.sold(lamp, 2, first);

        title("2. Two want the last piece: one is refused for stock");
        Shop early = customer("Barasa");
        Shop late = customer("Chebet");
        early.addToCart(radio, 1);
        late.addToCart(radio, 1);
        Sale winner = order(early, "Barasa", phone("000"));
        winner.until("confirmed", PATIENCE);
        Sale refused = order(late, "Chebet", phone("000"));
        refused.until("rejected", PATIENCE);
        tally.sold(radio, 1, winner);

        title("3. Cancelled on the phone, then paid at the second try");
        Sale retried = buy("Daudi", lamp, 1, phone("032"));
        retried.untilPayment("failed", PATIENCE);
        retried.payAgain(phone("000"));
        retried.until("confirmed", PATIENCE);
        tally.sold(lamp, 1, retried);

        title("4. The callback is lost: Duka asks M-Pesa itself");
        Sale asked = buy("Esther", lamp, 1, phone("404"));
        asked.until("confirmed", PATIENCE);
        tally.sold(lamp, 1, asked);

        title("5. Paid after it was cancelled: the money goes back by itself");
        Sale regretted = buy("Fatuma", lamp, 1, phone("008"));
        regretted.untilPrompt(PATIENCE);
        regretted.cancel();
        regretted.until("cancelled", PATIENCE);
        regretted.untilPayment("refunded", PATIENCE);

        sums(tally, before, phones.ledger());
    }

    private void list(String sku, String name, int stock) throws Exception {
        admin.post(
                        "/api/products/",
                        Map.of(
                                "name", name,
                                "sku", sku,
                                "price", Map.of("amount", PRICE + ".00", "currency", "KES"),
                                "stock", stock))
                .orStop("Listing " + sku);
        Waiting.until("the stock of " + sku, PATIENCE, Duration.ofMillis(100), () -> {
            JsonNode item = admin.get("/api/inventory/" + sku + "/").json();
            return item.path("on_hand").asInt(-1) == stock ? item : null;
        });
    }

    private Shop customer(String name) throws Exception {
        String email = name.toLowerCase(Locale.ROOT) + "." + UUID.randomUUID() + "@example.com";
        return Shop.register(http, email, UUID.randomUUID().toString(), name, "Demo");
    }

    private Sale buy(String name, String sku, int quantity, String phone) throws Exception {
        Shop customer = customer(name);
        customer.addToCart(sku, quantity);
        return order(customer, name, phone);
    }

    private Sale order(Shop customer, String name, String phone) throws Exception {
        JsonNode placed = customer.post(
                        "/api/orders/",
                        Shop.orderBody(name + " Demo", phone),
                        UUID.randomUUID().toString())
                .orStop("Ordering");
        return new Sale(customer, placed);
    }

    private void deliver(Sale sale) throws Exception {
        String shipment = sale.shipment(PATIENCE);
        for (String status : List.of("shipped", "in_transit", "delivered")) {
            admin.patch("/api/shipments/" + shipment + "/", Map.of("status", status))
                    .orStop("Setting the shipment to " + status);
            sale.look();
        }
    }

    /** A phone that nobody else of this run uses; its last three digits choose how its owner behaves. */
    private static String phone(String tail) {
        return "+2547%05d%s".formatted(ThreadLocalRandom.current().nextInt(100_000), tail);
    }

    private void sums(Tally tally, Ledger before, Ledger after) throws Exception {
        title("Sums");
        boolean ties = tally.stockTies(admin, Map.of(lamp, ON_SHELF, radio, 1));
        long moved = after.shopBalance() - before.shopBalance();
        System.out.printf(
                "  money   orders paid and kept KES %,d · M-Pesa's own ledger KES %,d%n", tally.money(), moved);
        if (!ties || moved != tally.money()) {
            throw new Stop("the sums do not tie (or somebody else bought meanwhile).");
        }
        System.out.println("  They tie.");
    }

    private static void title(String text) {
        System.out.println();
        System.out.println(text);
    }
}
