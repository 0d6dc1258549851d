package duka.checkout;

import static duka.checkout.LiveClient.DASHBOARD;
import static duka.checkout.LiveClient.NOTIFICATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The shop's sockets against the whole server. */
class LiveOverSocketsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final String sku = "LIVE-" + UUID.randomUUID().toString().substring(0, 8);
    private String customer;

    @BeforeEach
    void somethingToBuyAndSomebodyWhoDoes() {
        Answered listed = shop.post(
                admin,
                "/api/products/",
                Map.of(
                        "name",
                        "Live lamp",
                        "price",
                        Map.of("amount", "900.00", "currency", "KES"),
                        "sku",
                        sku,
                        "stock",
                        9));
        assertThat(listed.status()).as(listed.response().body()).isEqualTo(201);
        customer = shop.customer(sku.toLowerCase(Locale.ROOT) + "@example.com");
    }

    @Test
    void a_dashboard_opens_with_todays_figures_and_follows_the_sale() {
        try (LiveClient dashboard = LiveClient.open(shop, admin, DASHBOARD)) {
            await().atMost(SOON).until(() -> !dashboard.messages.isEmpty());
            JsonNode first = dashboard.messages.getFirst();
            assertThat(LiveClient.type(first)).isEqualTo("snapshot");
            Set<String> fields = new HashSet<>(first.propertyNames());
            assertThat(fields).containsExactlyInAnyOrder("type", "at", "position", "data");
            Set<String> figures = new HashSet<>(
                    shop.get(admin, "/api/analytics/dashboard/stats/").json().propertyNames());
            assertThat(new HashSet<>(first.path("data").propertyNames())).isEqualTo(figures);

            String order = buy(customer, 2);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(statusesOf(dashboard, order)).last().isEqualTo("confirmed"));
            await().atMost(SOON)
                    .until(() -> !dashboard.of("shipment.updated").isEmpty()
                            && !dashboard.of("payment.updated").isEmpty()
                            && !dashboard.of("stats").isEmpty());
            assertThat(dashboard.positions()).isSorted().doesNotHaveDuplicates();
            assertThat(dashboard.positions().getFirst())
                    .isGreaterThan(first.path("position").asLong());
            JsonNode told = dashboard.of("order.updated").getLast();
            JsonNode asked = shop.get(admin, "/api/orders/" + order + "/").json();
            assertThat(told.path("data").propertyNames()).isEqualTo(asked.propertyNames());
            assertThat(told.path("data").path("shipping_address").path("phone").asString())
                    .isEqualTo("+254712345678");
            assertThat(Instant.parse(told.path("at").asString())).isBefore(Instant.now());
        }
    }

    @Test
    void figures_come_at_most_once_a_second_and_show_what_was_sold() {
        try (LiveClient dashboard = LiveClient.open(shop, admin, DASHBOARD)) {
            await().atMost(SOON).until(() -> !dashboard.messages.isEmpty());
            long before =
                    dashboard.messages.getFirst().path("data").path("orders").asLong();
            buy(customer, 1);
            buy(customer, 1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(dashboard.of("stats"))
                            .last()
                            .satisfies(stats -> assertThat(
                                            stats.path("data").path("orders").asLong())
                                    .isGreaterThanOrEqualTo(before + 2)));
            List<Instant> times = dashboard.of("stats").stream()
                    .map(stats -> Instant.parse(stats.path("at").asString()))
                    .toList();
            for (int n = 1; n < times.size(); n++) {
                assertThat(Duration.between(times.get(n - 1), times.get(n)))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void who_comes_back_misses_nothing_and_hears_nothing_twice() {
        try (LiveClient always = LiveClient.open(shop, admin, DASHBOARD)) {
            await().atMost(SOON).until(() -> !always.messages.isEmpty());
            List<Long> heard = new ArrayList<>();
            long last = always.messages.getFirst().path("position").asLong();
            for (int round = 0; round < 4; round++) {
                try (LiveClient back = LiveClient.after(shop, admin, last)) {
                    buy(customer, 1);
                    await().atMost(SOON).until(() -> !back.of("order.updated").isEmpty());
                    heard.addAll(back.positions());
                    assertThat(back.of("snapshot")).isEmpty();
                    last = heard.getLast();
                }
                buy(customer, 1);
            }
            try (LiveClient back = LiveClient.after(shop, admin, last)) {
                buy(customer, 1);
                await().atMost(SOON).until(() -> statusesOf(always, null).size() > 8);
                List<Long> before = List.copyOf(heard);
                await().atMost(SOON).untilAsserted(() -> {
                    List<Long> all = new ArrayList<>(before);
                    all.addAll(back.positions());
                    assertThat(all).isEqualTo(always.positions());
                });
            }
        }
    }

    @Test
    void who_was_away_for_too_long_or_names_no_place_of_ours_begins_anew() {
        try (LiveClient lost = LiveClient.after(shop, admin, 999_999_999_999L)) {
            await().atMost(SOON).until(() -> !lost.messages.isEmpty());
            assertThat(LiveClient.type(lost.messages.getFirst())).isEqualTo("snapshot");
        }
        assertThat(LiveClient.refusal(shop, DASHBOARD + "?after=-1&ticket=" + LiveClient.ticket(shop, admin), Map.of()))
                .isEqualTo(400);
    }

    @Test
    void low_stock_is_told_with_what_is_left() {
        try (LiveClient dashboard = LiveClient.open(shop, admin, DASHBOARD)) {
            await().atMost(SOON).until(() -> !dashboard.messages.isEmpty());
            buy(customer, 7);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(dashboard.of("stock.low")).anySatisfy(low -> {
                        assertThat(low.path("data").path("sku").asString()).isEqualTo(sku);
                        assertThat(low.path("data").path("available").asInt()).isEqualTo(2);
                    }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DASHBOARD, NOTIFICATIONS})
    void only_a_fresh_ticket_opens_a_socket(String path) {
        assertThat(LiveClient.refusal(shop, path, Map.of())).isEqualTo(401);
        assertThat(LiveClient.refusal(shop, path + "?ticket=made-up", Map.of())).isEqualTo(401);
        String ticket = LiveClient.ticket(shop, admin);
        String withoutSlash = path.substring(0, path.length() - 1);
        assertThat(LiveClient.refusal(shop, withoutSlash + "?ticket=" + ticket, Map.of()))
                .isEqualTo(101);
        assertThat(LiveClient.refusal(shop, path + "?ticket=" + ticket, Map.of()))
                .isEqualTo(401);
        assertThat(shop.get(null, path).status()).isEqualTo(401);
    }

    @Test
    void a_customer_sees_no_dashboard_and_no_other_site_opens_a_socket() {
        assertThat(LiveClient.refusal(shop, DASHBOARD + "?ticket=" + LiveClient.ticket(shop, customer), Map.of()))
                .isEqualTo(403);
        assertThat(LiveClient.refusal(
                        shop,
                        NOTIFICATIONS + "?ticket=" + LiveClient.ticket(shop, customer),
                        Map.of("Origin", "https://elsewhere.example")))
                .isEqualTo(403);
        assertThat(LiveClient.refusal(
                        shop,
                        NOTIFICATIONS + "?ticket=" + LiveClient.ticket(shop, customer),
                        Map.of("Origin", "http://localhost:3000")))
                .isEqualTo(101);
    }

    @Test
    void a_session_that_ends_and_a_role_that_changes_close_the_socket() throws Exception {
        String other = shop.customer("role-" + sku.toLowerCase(Locale.ROOT) + "@example.com");
        String id = shop.get(other, "/api/auth/auth/").text("id");
        try (LiveClient leaving = LiveClient.open(shop, customer, NOTIFICATIONS);
                LiveClient rising = LiveClient.open(shop, other, NOTIFICATIONS);
                LiveClient staying = LiveClient.open(shop, admin, NOTIFICATIONS)) {
            assertThat(shop.send("DELETE", customer, "/api/auth/auth/", null).status())
                    .isEqualTo(204);
            assertThat(shop.send("PATCH", admin, "/api/auth/users/" + id + "/", Map.of("role", "auditor"))
                            .status())
                    .isEqualTo(200);
            assertThat(leaving.closeCode()).isEqualTo(4401);
            assertThat(rising.closeCode()).isEqualTo(4401);
            assertThat(staying.closed).isNotDone();
        }
    }

    @Test
    void news_comes_to_its_owner_alone_and_once() {
        String other = shop.customer("other-" + sku.toLowerCase(Locale.ROOT) + "@example.com");
        try (LiveClient owner = LiveClient.open(shop, customer, NOTIFICATIONS);
                LiveClient stranger = LiveClient.open(shop, other, NOTIFICATIONS)) {
            buy(customer, 1);
            await().atMost(SOON).until(() -> !owner.messages.isEmpty());
            buy(other, 1);
            await().atMost(SOON).until(() -> !stranger.messages.isEmpty());
            JsonNode listed = shop.get(customer, "/api/notifications/").json().path("results");
            assertThat(listed).hasSize(1);
            assertThat(owner.messages).hasSize(1);
            assertThat(LiveClient.type(owner.messages.getFirst())).isEqualTo("notification");
            assertThat(owner.messages.getFirst().path("data")).isEqualTo(listed.get(0));
            assertThat(stranger.messages).hasSize(1);
        }
    }

    @Test
    void who_does_not_read_is_cut_off_and_the_others_go_on() throws Exception {
        String order = buy(customer, 1);
        try (LiveClient reading = LiveClient.open(shop, admin, DASHBOARD);
                FrozenClient frozen = new FrozenClient(
                        LiveClient.address(shop, DASHBOARD + "?ticket=" + LiveClient.ticket(shop, admin)))) {
            String notes = "鳥".repeat(1_900);
            Instant enough = Instant.now().plusSeconds(16);
            int changes = 0;
            while (changes < 400 || Instant.now().isBefore(enough)) {
                changes++;
                assertThat(shop.send("PATCH", customer, "/api/orders/" + order + "/", Map.of("notes", changes + notes))
                                .status())
                        .isEqualTo(200);
            }
            String last = changes + notes;
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(reading.of("order.updated"))
                            .last()
                            .satisfies(told -> assertThat(
                                            told.path("data").path("notes").asString())
                                    .isEqualTo(last)));
            await().atMost(SOON).untilAsserted(() -> assertThat(reading.closed).isNotDone());
            assertThat(frozen.closeCode()).isEqualTo(4408);
            assertThat(Instant.now()).isBefore(enough.plusSeconds(20));
        }
    }

    private List<String> statusesOf(LiveClient client, String order) {
        return client.of("order.updated").stream()
                .map(message -> message.path("data"))
                .filter(data -> order == null || data.path("id").asString().equals(order))
                .map(data -> data.path("status").asString())
                .toList();
    }

    /** The id of an order for cash. */
    private String buy(String buyer, int pieces) {
        shop.post(buyer, "/api/cart/items/", Map.of("sku", sku, "quantity", pieces));
        Answered order = shop.post(
                buyer,
                "/api/orders/",
                Map.of(
                        "shipping_address",
                        Map.of(
                                "full_name", "Live Client",
                                "phone", "0712345678",
                                "line1", "Moi Avenue 1",
                                "city", "Nairobi",
                                "country", "KE"),
                        "shipping_method",
                        "pickup",
                        "payment_method",
                        "cash_on_delivery"));
        assertThat(order.status()).as(order.response().body()).isEqualTo(201);
        return order.text("id");
    }
}
