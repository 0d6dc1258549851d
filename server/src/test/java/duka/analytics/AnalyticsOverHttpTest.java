package duka.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.checkout.RunningShop;
import duka.checkout.RunningShop.Answered;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The shop's figures as staff read them, against the whole server. */
class AnalyticsOverHttpTest {

    private static final String SKU = "KIONDO-FIGURES";

    private final RunningShop shop = RunningShop.shared();
    private final String admin = shop.admin();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashboard/stats/",
                "sales/overview/",
                "products/performance/",
                "customer/behavior/",
                "engagement/metrics/",
                "explain/?metric=orders"
            })
    void figures_are_for_staff_alone_as_json_and_as_a_file(String path) {
        String address = "/api/analytics/" + path;
        assertThat(shop.get(null, address).status()).isEqualTo(401);
        assertThat(shop.get(shop.customer("curious" + path.hashCode() + "@example.com"), address)
                        .status())
                .isEqualTo(403);
        assertThat(shop.get(admin, address).status()).isEqualTo(200);
        Answered file = shop.get(admin, address + (path.contains("?") ? "&" : "?") + "format=csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("attachment").contains(".csv");
        assertThat(file.response().body().lines().findFirst().orElseThrow()).contains(",");
    }

    @ParameterizedTest
    @CsvSource({
        "dashboard/stats/?from=yesterday, from, date_invalid",
        "dashboard/stats/?from=2026-02-30, from, date_invalid",
        "dashboard/stats/?from=2026-02-02&to=2026-02-01, from, period_invalid",
        "dashboard/stats/?from=2000-01-01&to=2026-01-01, from, period_too_long",
        "sales/overview/?interval=minute, interval, unknown_value",
        "sales/overview/?from=2025-01-01&to=2026-01-01&interval=hour, interval, too_many_points",
        "explain/, metric, unknown_value",
        "explain/?metric=orders&after=x, after, position_invalid",
        "explain/?metric=orders&limit=0, limit, out_of_range",
        "dashboard/stats/?format=xml, format, unknown_value",
    })
    void what_nobody_can_mean_is_refused_by_its_name(String path, String field, String code) {
        Answered refused = shop.get(admin, "/api/analytics/" + path);
        assertThat(refused.status()).isEqualTo(400);
        JsonNode error = refused.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("code").asString()).isEqualTo(code);
    }

    @Test
    void an_unknown_ordering_names_those_that_are_known() {
        Answered refused = shop.get(admin, "/api/analytics/products/performance/?ordering=colour");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().body()).contains("unknown_ordering").contains("units_sold");
    }

    @Test
    void the_dashboard_has_every_figure_of_the_contract() {
        JsonNode stats = shop.get(admin, "/api/analytics/dashboard/stats/").json();
        Set<String> names = new HashSet<>(stats.propertyNames());
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "revenue",
                        "orders",
                        "average_order_value",
                        "customers",
                        "new_customers",
                        "pending_shipments",
                        "low_stock",
                        "refunded",
                        "conversion_rate",
                        "previous");
    }

    @Test
    void what_is_put_into_a_cart_and_ordered_for_cash_is_seen_at_once() {
        assertThat(shop.post(
                                admin,
                                "/api/products/",
                                Map.of(
                                        "name",
                                        "=Kiondo of figures",
                                        "price",
                                        Map.of("amount", "1200.00", "currency", "KES"),
                                        "sku",
                                        SKU,
                                        "stock",
                                        9))
                        .status())
                .isEqualTo(201);
        String customer = shop.customer("figures@example.com");
        shop.post(customer, "/api/cart/items/", Map.of("sku", SKU, "quantity", 2));
        Answered order = shop.post(
                customer,
                "/api/orders/",
                Map.of(
                        "shipping_address",
                        Map.of(
                                "full_name",
                                "Figures Client",
                                "phone",
                                "0712345678",
                                "line1",
                                "Moi Avenue 1",
                                "city",
                                "Nairobi",
                                "country",
                                "KE"),
                        "shipping_method",
                        "pickup",
                        "payment_method",
                        "cash_on_delivery"));
        assertThat(order.status()).as(order.response().body()).isEqualTo(201);
        // An order that is paid on delivery is confirmed by the checkout, and not yet when it is placed.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> shop.get(
                                admin, "/api/orders/" + order.json().path("id").asString() + "/")
                        .json()
                        .path("status")
                        .asString()
                        .equals("confirmed"));
        assertThat(performance().path("units_sold").asInt())
                .as("whoever asks sees all that was recorded before")
                .isEqualTo(2);
        assertThat(performance().path("revenue").path("amount").asString()).isEqualTo("2400.00");
        assertThat(performance().path("add_to_carts").asInt()).isEqualTo(1);
        assertThat(shop.get(admin, "/api/analytics/products/performance/?format=csv")
                        .response()
                        .body())
                .as("no spreadsheet runs a product's name")
                .contains("'=Kiondo of figures");
    }

    private JsonNode performance() {
        for (JsonNode entry : shop.get(admin, "/api/analytics/products/performance/?page_size=100&ordering=-units_sold")
                .json()
                .path("results")) {
            if (entry.path("sku").asString().equals(SKU)) {
                return entry;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }
}
