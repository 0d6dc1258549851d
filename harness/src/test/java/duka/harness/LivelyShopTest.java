package duka.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.harness.Http.Reply;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The seeds, against a whole shop. */
class LivelyShopTest {

    private static final List<Neighbour> NEIGHBOURS = Neighbour.first(4);
    private static final List<Neighbour> PEOPLE = Neighbour.earlier(6);
    private static final LocalDate TODAY = LocalDate.now(PastMonths.ZONE);
    private static final int DAYS = 16;

    private static TestShop shop;
    private static Shop admin;

    @BeforeAll
    static void fill() throws Exception {
        shop = TestShop.start();
        admin = shop.admin();
        Seed.small(admin);
        past().trade(TODAY, DAYS);
        past().speak();
        bring();
    }

    @AfterAll
    static void stop() throws Exception {
        shop.close();
    }

    @Test
    void every_product_has_a_picture_in_several_widths() throws Exception {
        List<JsonNode> products = ProductPictures.products(Shop.anonymous(shop.http()));
        assertThat(products)
                .hasSize(40)
                .allSatisfy(product -> assertThat(product.path("images")).hasSize(1));
        String address = shop.url()
                + products.getFirst().path("images").get(0).path("url").asString();
        for (int width : List.of(320, 640, 960)) {
            HttpResponse<byte[]> answer = fetch(address + "?width=" + width);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "public");
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
            assertThat(picture.getWidth()).isEqualTo(width);
        }
        assertThat(fetch(address.replace(".jpg", ".png")).statusCode()).isEqualTo(404);
        assertThat(fetch(shop.url() + "/api/media/..%2fsecrets%2ffirst-admin").statusCode())
                .isBetween(400, 404);
        assertThat(fetch(address + "?width=wide").statusCode()).isEqualTo(400);
    }

    @Test
    void what_was_bought_is_on_its_way_and_praised() throws Exception {
        List<JsonNode> orders = all("/api/orders/?from=" + TODAY);
        int expected = NEIGHBOURS.stream().mapToInt(Neighbour::orders).sum();
        assertThat(orders).hasSize(expected);
        assertThat(orders).anySatisfy(order -> {
            assertThat(order.path("status").asString()).isEqualTo("completed");
            assertThat(order.path("items").get(0).path("image").asString()).startsWith("/api/media/");
        });
        assertThat(all("/api/reviews/"))
                .isNotEmpty()
                .allSatisfy(review ->
                        assertThat(review.path("verified_purchase").asBoolean()).isTrue());
        Shop wanjiku = Shop.signIn(shop.http(), NEIGHBOURS.getFirst().email(), "a neighbour's password");
        JsonNode wishes = wanjiku.get("/api/wishlist/").orStop("Reading wishes").path("results");
        assertThat(wishes.get(0).path("product").path("image").asString()).startsWith("/api/media/");
    }

    @Test
    void the_weeks_before_show_in_the_figures_and_nobody_was_written_to() throws Exception {
        List<JsonNode> past = all("/api/orders/?to=" + TODAY.minusDays(1));
        assertThat(past).hasSizeGreaterThan(DAYS);
        assertThat(past).extracting(order -> order.path("status").asString()).contains("completed", "cancelled");
        assertThat(past)
                .allSatisfy(order -> assertThat(
                                order.path("shipping_address").path("full_name").asString())
                        .isIn(PEOPLE.stream().map(Neighbour::name).toList()));
        JsonNode overview = admin.get("/api/analytics/sales/overview/?interval=day&from=" + TODAY.minusDays(DAYS)
                        + "&to=" + TODAY.minusDays(1))
                .orStop("Reading figures");
        assertThat(overview.path("series")).hasSize(DAYS);
        long completed = past.stream()
                .filter(order -> order.path("status").asString().equals("completed"))
                .count();
        assertThat(overview.path("totals").path("orders").asLong()).isEqualTo(completed);
        List<String> emails = PEOPLE.stream().map(Neighbour::email).toList();
        assertThat(all("/api/ops/mail-outbox/"))
                .noneMatch(mail -> emails.contains(mail.path("to").asString()));
    }

    @Test
    void stock_and_money_tie() throws Exception {
        Path nobody = shop.journal("nobody");
        Files.createFile(nobody);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            try (Connection database = shop.database()) {
                assertThat(Checker.judge(nobody, database, shop.ledger()).violations())
                        .isEmpty();
            }
        });
    }

    @Test
    void a_second_run_adds_nothing() throws Exception {
        List<Integer> before = counts();
        assertThat(new ProductPictures(admin).hang()).isZero();
        bring();
        past().trade(TODAY, DAYS);
        past().speak();
        assertThat(counts()).isEqualTo(before);
    }

    private static void bring() throws Exception {
        new LivelyShop(shop.http(), admin, "a neighbour's password").fill(NEIGHBOURS);
    }

    private static LivelyPast past() {
        return new LivelyPast(shop.http(), admin, "a neighbour's password", PEOPLE);
    }

    private static List<Integer> counts() throws Exception {
        List<Integer> counts = new ArrayList<>();
        for (String list : List.of("/api/products/", "/api/orders/", "/api/reviews/", "/api/auth/users/")) {
            counts.add(admin.get(list).orStop("Counting").path("count").asInt());
        }
        return counts;
    }

    private static List<JsonNode> all(String list) throws Exception {
        Reply reply = admin.get(list + (list.contains("?") ? "&" : "?") + "page_size=100");
        List<JsonNode> all = new ArrayList<>();
        reply.orStop("Reading " + list).path("results").forEach(all::add);
        return all;
    }

    private static HttpResponse<byte[]> fetch(String address) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        }
    }
}
