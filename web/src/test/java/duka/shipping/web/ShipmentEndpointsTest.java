package duka.shipping.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.api.SaleView;
import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.ordering.api.OrderCommand.DispatchOrder;
import duka.ordering.api.OrderStatus;
import duka.shipping.api.ShipmentCommand.AdvanceShipment;
import duka.shipping.api.ShipmentCommand.AssignCarrier;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShipmentEndpointsTest extends EdgeTest {

    private static final String SHIPMENTS = "/api/shipments/";
    private static final String ONE = SHIPMENTS + ShipmentId.of(Samples.ORDER, 1) + "/";

    @Test
    void a_parcel_is_seen_by_its_owner_and_by_whoever_knows_its_number() {
        given(ShipmentStatus.SHIPPED);
        assertThat(get(CUSTOMER, ONE).json().path("events").get(0).path("note").asString())
                .isEqualTo("left with Jane");
        assertThat(get(STRANGER, ONE).status()).isEqualTo(404);
        assertThat(get(CUSTOMER, SHIPMENTS).json().path("count").asInt()).isEqualTo(1);
        assertThat(get(STRANGER, SHIPMENTS).json().path("count").asInt()).isZero();
        JsonNode tracked = get(null, SHIPMENTS + "track/TRACK-1/").json();
        assertThat(tracked.path("status").asString()).isEqualTo("shipped");
        assertThat(tracked.toString()).doesNotContain("Jane");
        assertThat(get(null, SHIPMENTS + "track/NONE/").status()).isEqualTo(404);
    }

    @Test
    void the_order_is_asked_before_a_parcel_leaves() {
        given(ShipmentStatus.PREPARING);
        assertThat(send("PATCH", ADMIN, ONE, "{\"status\":\"shipped\",\"carrier\":\"G4S\"}")
                        .status())
                .isEqualTo(200);
        assertThat(world.sent)
                .extracting(Object::getClass)
                .containsExactly(AssignCarrier.class, DispatchOrder.class, AdvanceShipment.class);
        world.on(DispatchOrder.class, command -> {
            throw new Rejection("order_not_confirmed", "It was cancelled.");
        });
        Answered tooLate = post(ADMIN, ONE + "events/", "{\"status\":\"shipped\"}");
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.code()).isEqualTo("order_not_confirmed");
        assertThat(world.sent(AdvanceShipment.class)).hasSize(1);
    }

    @Test
    void a_parcel_does_not_go_backwards() {
        given(ShipmentStatus.DELIVERED);
        Answered refused = send("PATCH", ADMIN, ONE, "{\"status\":\"shipped\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("illegal_transition");
        assertThat(refused.json().path("from").asString()).isEqualTo("delivered");
        assertThat(world.sent).isEmpty();
        assertThat(send("PATCH", ADMIN, ONE, "{\"status\":\"lost\"}").status()).isEqualTo(400);
        assertThat(send("PATCH", ADMIN, ONE, "{\"carrier\":\"G4S\"}", "If-Match", "\"8.1\"")
                        .status())
                .isEqualTo(412);
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"status\":\"returned\"}").status())
                .isEqualTo(403);
    }

    @Test
    void what_came_back_is_sold_again_when_staff_say_so() {
        given(ShipmentStatus.DELIVERED);
        Answered returned = post(
                ADMIN,
                ONE + "events/",
                "{\"status\":\"returned\",\"restock\":true,\"location\":\"Nakuru\",\"at\":\"2026-11-22T08:00:00Z\"}");
        assertThat(returned.status()).isEqualTo(201);
        AdvanceShipment advanced = world.sent(AdvanceShipment.class).getFirst();
        assertThat(advanced.restock()).isTrue();
        assertThat(advanced.at()).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(world.sent(DispatchOrder.class)).isEmpty();
    }

    @Test
    void what_came_back_before_is_sold_again_when_staff_say_so_later() {
        given(ShipmentStatus.RETURNED);
        assertThat(send("PATCH", ADMIN, ONE, "{\"restock\":true}").status()).isEqualTo(200);
        assertThat(world.sent(AdvanceShipment.class)).hasSize(1);
        assertThat(world.sent(AdvanceShipment.class).getFirst().status()).isEqualTo(ShipmentStatus.RETURNED);
        assertThat(world.sent(AdvanceShipment.class).getFirst().restock()).isTrue();
        assertThat(world.sent(DispatchOrder.class)).isEmpty();
    }

    @Test
    void another_parcel_takes_its_goods_out_of_one_that_has_not_left() {
        given(ShipmentStatus.PREPARING);
        world.on(
                CreateShipment.class,
                command -> world.shipments.add(Samples.parcel(WANJIKU, ShipmentStatus.PREPARING)));
        world.visible = false;
        assertThat(post(ADMIN, SHIPMENTS, body(1)).status()).isEqualTo(202);
        assertThat(world.sent).extracting(Object::getClass).containsExactly(SplitShipment.class, CreateShipment.class);
        SplitShipment split = world.sent(SplitShipment.class).getFirst();
        assertThat(split.shipmentId()).isEqualTo(ShipmentId.of(Samples.ORDER, 1));
        assertThat(world.sent(CreateShipment.class).getFirst().shipmentId()).isEqualTo(split.into());
    }

    @Test
    void all_parcels_together_never_hold_more_than_was_ordered() {
        given(ShipmentStatus.PREPARING);
        Answered tooMany = post(ADMIN, SHIPMENTS, body(3));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.code()).isEqualTo("more_than_ordered");
        assertThat(tooMany.json().path("left").asInt()).isEqualTo(2);
        assertThat(post(ADMIN, SHIPMENTS, body(1).replace("LAMP-1", "CHAIR")).status())
                .isEqualTo(400);
        world.shipments.clear();
        given(ShipmentStatus.SHIPPED);
        assertThat(post(ADMIN, SHIPMENTS, body(1)).code()).isEqualTo("more_than_ordered");
        assertThat(world.sent).isEmpty();
    }

    @Test
    void a_parcel_is_packed_for_a_confirmed_order_alone() {
        world.show(Samples.sale(WANJIKU, OrderStatus.CANCELLED));
        assertThat(post(ADMIN, SHIPMENTS, body(1)).code()).isEqualTo("order_not_confirmed");
        assertThat(post(ADMIN, SHIPMENTS, body(1).replace(Samples.ORDER.toString(), "none"))
                        .status())
                .isEqualTo(404);
    }

    private static String body(int lamps) {
        return "{\"order_id\":\"" + Samples.ORDER + "\",\"items\":[{\"sku\":\"LAMP-1\",\"quantity\":" + lamps + "}]}";
    }

    private void given(ShipmentStatus status) {
        world.shipments.add(Samples.parcel(WANJIKU, status));
        SaleView sale = Samples.sale(WANJIKU, OrderStatus.CONFIRMED);
        world.show(new SaleView(sale.order(), sale.payment(), List.copyOf(world.shipments), sale.representation()));
    }
}
