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
import duka.shipping.api.ShipmentCommand.FillShipment;
import duka.shipping.api.ShipmentCommand.Given;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import duka.shipping.api.ShipmentView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShipmentEndpointsTest extends EdgeTest {

    private static final String SHIPMENTS = "/api/shipments/";
    private static final ShipmentId FIRST = ShipmentId.of(Samples.ORDER, 1);
    private static final ShipmentId SECOND = ShipmentId.of(Samples.ORDER, 2);
    private static final String ONE = SHIPMENTS + FIRST + "/";

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
        Gifts gifts = new Gifts().held(FIRST, 2);
        world.on(FillShipment.class, command -> world.shipments.add(parcel(command.shipmentId(), 1)));
        world.visible = false;
        assertThat(post(ADMIN, SHIPMENTS, body(1)).status()).isEqualTo(202);
        FillShipment filled = world.sent(FillShipment.class).getFirst();
        assertThat(world.sent(FillShipment.class)).hasSize(1);
        assertThat(filled.from()).isEqualTo(FIRST);
        assertThat(filled.items()).containsExactly(lamps(1));
        assertThat(gifts.of(FIRST, filled.shipmentId())).containsExactly(lamps(1));
    }

    @Test
    void another_parcel_takes_its_goods_out_of_several_when_none_has_all() {
        given(parcel(FIRST, 1), parcel(SECOND, 1));
        Gifts gifts = new Gifts().held(FIRST, 1).held(SECOND, 1);
        world.visible = false;
        assertThat(post(ADMIN, SHIPMENTS, body(2)).status()).isEqualTo(202);
        assertThat(world.sent(FillShipment.class))
                .extracting(FillShipment::from)
                .containsExactly(FIRST, SECOND);
        ShipmentId third = world.sent(FillShipment.class).getFirst().shipmentId();
        assertThat(gifts.of(FIRST, third)).containsExactly(lamps(1));
        assertThat(gifts.of(SECOND, third)).containsExactly(lamps(1));
    }

    @Test
    void a_parcel_that_the_checkout_fills_is_answered_once_it_can_be_read() {
        given(parcel(FIRST, 2));
        new Gifts().held(FIRST, 2);
        world.on(
                FillShipment.class,
                command -> CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                        .execute(() -> world.shipments.add(filled(command.shipmentId()))));
        Answered packed = post(ADMIN, SHIPMENTS, body(1));
        assertThat(packed.status()).as(packed.response().body()).isEqualTo(201);
        assertThat(packed.json().path("items").get(0).path("quantity").asInt()).isEqualTo(1);
    }

    @Test
    void a_packing_that_was_cut_off_takes_no_more_than_what_was_missing() {
        given(parcel(FIRST, 2), parcel(SECOND, 1));
        Gifts gifts = new Gifts().held(FIRST, 2).held(SECOND, 1);
        world.on(FillShipment.class, command -> {
            throw new IllegalStateException("the power went");
        });
        assertThat(post(ADMIN, SHIPMENTS, body(2), "Idempotency-Key", "pack-1").status())
                .isEqualTo(500);
        world.on(FillShipment.class, command -> {});
        world.visible = false;
        assertThat(post(ADMIN, SHIPMENTS, body(2), "Idempotency-Key", "pack-1").status())
                .isEqualTo(202);
        FillShipment filled = world.sent(FillShipment.class).getLast();
        assertThat(filled.items()).containsExactly(lamps(2));
        assertThat(gifts.of(FIRST, filled.shipmentId())).containsExactly(lamps(2));
        assertThat(gifts.of(SECOND, filled.shipmentId())).isEmpty();
    }

    @Test
    void who_was_too_late_for_some_of_it_keeps_what_he_got() {
        given(parcel(FIRST, 1), parcel(SECOND, 1));
        new Gifts().held(FIRST, 1);
        Answered tooLate = post(ADMIN, SHIPMENTS, body(2));
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.code()).isEqualTo("more_than_ordered");
        assertThat(tooLate.json().path("left").asInt()).isEqualTo(1);
        FillShipment filled = world.sent(FillShipment.class).getFirst();
        assertThat(tooLate.json().path("shipment_id").asString())
                .isEqualTo(filled.shipmentId().toString());
        assertThat(filled.items()).containsExactly(lamps(1));
    }

    @Test
    void all_parcels_together_never_hold_more_than_was_ordered() {
        given(ShipmentStatus.PREPARING);
        Gifts gifts = new Gifts().held(FIRST, 2);
        Answered tooMany = post(ADMIN, SHIPMENTS, body(3));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.code()).isEqualTo("more_than_ordered");
        assertThat(tooMany.json().path("left").asInt()).isEqualTo(2);
        assertThat(post(ADMIN, SHIPMENTS, body(1).replace("LAMP-1", "CHAIR")).status())
                .isEqualTo(400);
        world.shipments.clear();
        given(ShipmentStatus.SHIPPED);
        assertThat(post(ADMIN, SHIPMENTS, body(1)).code()).isEqualTo("more_than_ordered");
        assertThat(gifts.all).isEmpty();
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
        given(Samples.parcel(WANJIKU, status));
    }

    private void given(ShipmentView... parcels) {
        world.shipments.addAll(List.of(parcels));
        SaleView sale = Samples.sale(WANJIKU, OrderStatus.CONFIRMED);
        world.show(new SaleView(sale.order(), sale.payment(), List.copyOf(world.shipments), sale.representation()));
    }

    private static ShipmentView parcel(ShipmentId id, int lamps) {
        ShipmentView like = Samples.parcel(WANJIKU, ShipmentStatus.PREPARING);
        return new ShipmentView(
                id, like.orderId(), WANJIKU, like.status(), null, null, List.of(lamps(lamps)), like.events(), 1);
    }

    private static ShipmentView filled(ShipmentId id) {
        ShipmentView like = parcel(id, 1);
        return new ShipmentView(id, like.orderId(), WANJIKU, like.status(), null, null, like.items(), like.events(), 2);
    }

    private static ShipmentItem lamps(int pieces) {
        return new ShipmentItem(Samples.LAMP_SKU, pieces);
    }

    /** Parcels that give what they have, each once to the same. */
    private final class Gifts {

        private final Map<ShipmentId, Integer> held = new HashMap<>();
        private final Map<List<ShipmentId>, Integer> all = new HashMap<>();

        Gifts() {
            world.results(SplitShipment.class, this::give);
        }

        Gifts held(ShipmentId parcel, int lamps) {
            held.put(parcel, lamps);
            return this;
        }

        List<ShipmentItem> of(ShipmentId from, ShipmentId into) {
            Integer pieces = all.get(List.of(from, into));
            return pieces == null ? List.of() : List.of(lamps(pieces));
        }

        private Given give(SplitShipment split) {
            int there = held.getOrDefault(split.shipmentId(), 0);
            int wanted = split.items().stream().mapToInt(ShipmentItem::quantity).sum();
            List<ShipmentId> way = List.of(split.shipmentId(), split.into());
            int taken = Math.min(there, wanted);
            if (taken > 0 && all.putIfAbsent(way, taken) == null) {
                held.put(split.shipmentId(), there - taken);
            }
            return new Given(of(split.shipmentId(), split.into()));
        }
    }
}
