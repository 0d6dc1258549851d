package duka.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import duka.kernel.OrderId;
import duka.kernel.api.DueWork;
import duka.notification.api.LetterKind;
import duka.notification.api.OrderNews;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What buyers are written about their orders: over HTTP, against the whole server. */
class OrderLettersOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PHONE = "+254712345000";

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();
    private final Outbox outbox = new Outbox(shop, admin);
    private final String sku = "LETTER-" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void a_guest_is_led_from_the_mail_to_the_order_and_told_of_the_parcel() {
        Answered placed = place("cash_on_delivery");
        String number = placed.text("number");
        JsonNode confirmed = outbox.last(email, 1);
        assertThat(confirmed.path("subject").asString()).isEqualTo("Order " + number + " is confirmed");
        assertThat(confirmed.path("text").asString())
                .contains("http://localhost:3000/orders/" + number + "?token=" + placed.text("access_token"));

        int texts = outbox.to(PHONE).size();
        String parcel = await().atMost(PATIENCE)
                .until(
                        () -> shop.get(admin, "/api/orders/" + placed.text("id") + "/")
                                .json()
                                .path("shipment")
                                .path("id")
                                .asString(""),
                        id -> !id.isEmpty());
        shop.send("PATCH", admin, "/api/shipments/" + parcel + "/", Map.of("status", "shipped"));
        assertThat(outbox.last(email, 2).path("subject").asString()).isEqualTo("Order " + number + " is on its way");
        JsonNode text = outbox.last(PHONE, texts + 1);
        assertThat(text.path("channel").asString()).isEqualTo("sms");
        assertThat(text.path("text").asString()).contains(number);
    }

    @Test
    void whoever_registered_in_swahili_is_written_to_in_swahili() {
        Map<String, String> person =
                Map.of("email", email, "password", RunningShop.PASSWORD, "first_name", "Amina", "last_name", "Ali");
        shop.send("POST", null, "/api/auth/users/", person, "Accept-Language", "sw");
        String customer = shop.post(null, "/api/auth/auth/", Map.of("email", email, "password", RunningShop.PASSWORD))
                .text("access");
        list();
        shop.post(customer, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
        Answered placed = shop.post(customer, "/api/orders/", order("cash_on_delivery"));
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        JsonNode mail = outbox.last(email, 1);
        assertThat(mail.path("subject").asString()).isEqualTo("Oda " + placed.text("number") + " imethibitishwa");
        assertThat(mail.path("text").asString())
                .contains("http://localhost:3000/orders/" + placed.text("number"))
                .doesNotContain("token=");
        JsonNode news = await().atMost(PATIENCE)
                .until(
                        () -> shop.get(customer, "/api/notifications/").json().path("results"),
                        found -> !found.isEmpty());
        assertThat(news.get(0).path("title").asString()).isEqualTo("Oda " + placed.text("number") + " imethibitishwa");
    }

    @Test
    void a_guest_who_orders_in_swahili_is_written_to_in_swahili() {
        Answered placed = place("cash_on_delivery", "Accept-Language", "sw-KE,sw;q=0.9");
        assertThat(outbox.last(email, 1).path("subject").asString())
                .isEqualTo("Oda " + placed.text("number") + " imethibitishwa");
    }

    @Test
    void the_same_news_is_written_once_however_often_it_is_worked_on() {
        Answered placed = place("cash_on_delivery");
        outbox.last(email, 1);
        OrderId order = new OrderId(UUID.fromString(placed.text("id")));
        OrderNews again =
                new OrderNews(LetterKind.ORDER_CONFIRMED.name() + "/" + order, order, LetterKind.ORDER_CONFIRMED, null);
        work(again);
        work(again);
        assertThat(outbox.to(email)).hasSize(1);
    }

    /** Has the work done as if its worker had died before it could be ticked off. */
    private void work(OrderNews news) {
        shop.part(DueWork.class).schedule(OrderNews.TASK, news.id(), news, Duration.ZERO);
        await().atMost(PATIENCE).until(() -> waiting(news) == 0);
    }

    private long waiting(OrderNews news) {
        return shop.part(JdbcClient.class)
                .sql("SELECT count(*) FROM process.scheduled_tasks WHERE task_name = ? AND task_instance = ?")
                .params(OrderNews.TASK, news.id())
                .query(Long.class)
                .single();
    }

    private Answered place(String method, String... headers) {
        list();
        Answered added = shop.post(null, "/api/cart/items/", Map.of("sku", sku, "quantity", 1));
        String[] all = Stream.concat(Stream.of("X-Cart-Token", added.header("X-Cart-Token")), Stream.of(headers))
                .toArray(String[]::new);
        Answered placed = shop.send("POST", null, "/api/orders/", order(method), all);
        assertThat(placed.status()).as(placed.response().body()).isEqualTo(201);
        return placed;
    }

    private void list() {
        Map<String, String> price = Map.of("amount", "150.00", "currency", "KES");
        shop.post(admin, "/api/products/", Map.of("name", "Letter " + sku, "sku", sku, "price", price, "stock", 50));
        await().atMost(PATIENCE)
                .until(() -> shop.get(admin, "/api/inventory/" + sku + "/").status() == 200);
    }

    private Map<String, Object> order(String method) {
        return Map.of(
                "shipping_address",
                Map.of(
                        "full_name", "Guest Kamau",
                        "phone", PHONE,
                        "line1", "Moi Avenue 14",
                        "city", "Nairobi",
                        "country", "KE"),
                "shipping_method",
                "nairobi",
                "payment_method",
                method,
                "email",
                email);
    }
}
