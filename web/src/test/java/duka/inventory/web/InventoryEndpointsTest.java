package duka.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockCommand.SetLowStockThreshold;
import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InventoryEndpointsTest extends EdgeTest {

    private static final String LAMP = "/api/inventory/lamp-1/";

    @BeforeEach
    void aShelf() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
    }

    @Test
    void staff_see_what_is_on_hand() {
        JsonNode lamp = get(ADMIN, LAMP).json();
        assertThat(lamp.path("sku").asString()).isEqualTo("LAMP-1");
        assertThat(lamp.path("on_hand").asInt()).isEqualTo(7);
        assertThat(lamp.path("available").asInt()).isEqualTo(7);
        assertThat(get(ADMIN, "/api/inventory/").json().path("count").asInt()).isEqualTo(1);
        assertThat(get(CUSTOMER, LAMP).status()).isEqualTo(403);
        assertThat(get(ADMIN, "/api/inventory/none/").status()).isEqualTo(404);
        assertThat(get(ADMIN, "/api/inventory/no%20sku/").status()).isEqualTo(404);
    }

    @Test
    void the_threshold_is_set_by_those_who_read_the_newest_version() {
        assertThat(send("PATCH", ADMIN, LAMP, "{\"low_stock_threshold\":2}", "If-Match", "\"1.1\"")
                        .status())
                .isEqualTo(200);
        assertThat(world.sent(SetLowStockThreshold.class).getFirst().expectedVersion())
                .isEqualTo(1L);
        assertThat(send("PATCH", ADMIN, LAMP, "{\"low_stock_threshold\":2}", "If-Match", "\"4.1\"")
                        .status())
                .isEqualTo(412);
        assertThat(send("PATCH", ADMIN, LAMP, "{\"low_stock_threshold\":-1}").status())
                .isEqualTo(400);
    }

    @Test
    void a_correction_needs_a_difference_and_a_reason() {
        assertThat(post(ADMIN, LAMP + "adjustments/", "{\"delta\":0,\"reason\":\"count\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post(ADMIN, LAMP + "adjustments/", "{\"delta\":1}").status()).isEqualTo(400);
        world.on(AdjustStock.class, command -> {
            throw new Rejection("stock_below_zero", "Fewer than are reserved.");
        });
        Answered refused = post(ADMIN, LAMP + "adjustments/", "{\"delta\":-9,\"reason\":\"broken\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("stock_below_zero");
        assertThat(get(ADMIN, LAMP + "adjustments/").json().path("results").isEmpty())
                .isTrue();
    }
}
