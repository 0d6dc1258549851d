package duka.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.cart.api.CartCommand.CheckOutCart;
import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.ordering.api.OrderCommand.AmendOrder;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderStatus;
import duka.payment.api.AttemptState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderEndpointsTest extends EdgeTest {

    private static final String ORDERS = "/api/orders/";
    private static final String ONE = ORDERS + Samples.ORDER + "/";
    private static final String BODY = """
            {"shipping_address":{"full_name":"Wanjiku Kamau","phone":"0712 345 000","line1":"Moi Avenue 14",
              "city":"Nairobi","county":"Nairobi","country":"KE"},
             "shipping_method":"nairobi","payment_method":"mpesa","phone":"0712345000"}""";

    @BeforeEach
    void aCartOfLamps() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        world.carts.put(Samples.cart(WANJIKU, 2, 1_500).id(), Samples.cart(WANJIKU, 2, 1_500));
    }

    @Test
    void orders_come_in_one_order_and_another_is_refused() {
        assertThat(get(CUSTOMER, ORDERS + "?ordering=-placed_at").status()).isEqualTo(200);
        Answered refused = get(CUSTOMER, ORDERS + "?ordering=price");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("unknown_ordering");
        assertThat(refused.json().path("allowed").get(0).asString()).isEqualTo("-placed_at");
    }

    @Test
    void a_cart_becomes_an_order_at_todays_prices() {
        Answered placed = post(CUSTOMER, ORDERS, BODY);
        assertThat(placed.status()).isEqualTo(201);
        JsonNode order = placed.json();
        assertThat(order.path("number").asString()).matches("D-[0-9A-HJKMNP-TV-Z]{8}");
        assertThat(order.path("status").asString()).isEqualTo("placed");
        assertThat(order.path("payment_status").asString()).isEqualTo("unpaid");
        assertThat(order.path("shipment_status").asString()).isEqualTo("none");
        assertThat(order.path("subtotal").path("amount").asString()).isEqualTo("3000.00");
        assertThat(order.path("shipping_fee").path("amount").asString()).isEqualTo("250.00");
        assertThat(order.path("total").path("amount").asString()).isEqualTo("3250.00");
        assertThat(order.path("tax_included").path("amount").asString()).isEqualTo("448.28");
        assertThat(order.path("shipping_address").path("phone").asString()).isEqualTo("+254712345000");
        assertThat(order.path("customer").path("id").asString()).isEqualTo(WANJIKU.toString());
        assertThat(order.path("placed_at").asString()).isEqualTo("2026-11-23T09:00:00.000Z");
        assertThat(order.path("payment").isNull()).isTrue();
        OrderContent content = world.sent(PlaceOrder.class).getFirst().content();
        assertThat(content.phone().value()).isEqualTo("+254712345000");
        assertThat(content.person().value()).isEqualTo(WANJIKU.value());
        assertThat(world.sent(CheckOutCart.class)).hasSize(1);
        assertThat(placed.header("ETag")).isEqualTo("\"1.1\"");
        assertThat(post(CUSTOMER, ORDERS, BODY).code()).isEqualTo("cart_empty");
    }

    @Test
    void one_version_of_a_cart_becomes_one_order() {
        var cart = Samples.cart(WANJIKU, 2, 1_500);
        world.claims.put("cart.checkout/" + cart.id() + "@" + cart.version(), Samples.uuid(99));
        Answered second = post(CUSTOMER, ORDERS, BODY);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("cart_empty");
        assertThat(world.sent(PlaceOrder.class)).isEmpty();
    }

    @Test
    void the_same_key_places_one_order() {
        Answered first = post(CUSTOMER, ORDERS, BODY, "Idempotency-Key", "order-1");
        Answered again = post(CUSTOMER, ORDERS, BODY, "Idempotency-Key", "order-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(world.sent(PlaceOrder.class)).hasSize(1);
    }

    @Test
    void a_price_that_rose_needs_consent() {
        world.list(Samples.LAMP, Samples.lamp(1_600), 7);
        Answered risen = post(CUSTOMER, ORDERS, BODY);
        assertThat(risen.status()).isEqualTo(409);
        assertThat(risen.code()).isEqualTo("price_changed");
        assertThat(risen.json().path("cart").path("subtotal").path("amount").asString())
                .isEqualTo("3200.00");
        assertThat(post(CUSTOMER, ORDERS, expecting("3250.00")).code()).isEqualTo("price_changed");
        assertThat(post(CUSTOMER, ORDERS, expecting("3450.00")).status()).isEqualTo(201);
    }

    @Test
    void a_lower_price_never_refuses() {
        world.list(Samples.LAMP, Samples.lamp(1_400), 7);
        assertThat(post(CUSTOMER, ORDERS, expecting("3250.00")).status()).isEqualTo(201);
    }

    @Test
    void what_is_not_for_sale_any_more_is_named() {
        world.products.clear();
        Answered refused = post(CUSTOMER, ORDERS, BODY);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("product_unavailable");
        assertThat(refused.json().path("skus").get(0).asString()).isEqualTo("LAMP-1");
    }

    @Test
    void what_can_never_be_an_order_is_a_bad_request() {
        assertThat(post(CUSTOMER, ORDERS, BODY.replace("\"0712345000\"", "\"12\""))
                        .code())
                .isEqualTo("phone_invalid");
        assertThat(post(CUSTOMER, ORDERS, BODY.replace("0712 345 000", "12")).code())
                .isEqualTo("phone_invalid");
        assertThat(post(CUSTOMER, ORDERS, BODY.replace("mpesa", "gold")).code())
                .isEqualTo("payment_method_not_supported");
        assertThat(post(CUSTOMER, ORDERS, BODY.replace("\"nairobi\"", "\"drone\""))
                        .code())
                .isEqualTo("shipping_method_unknown");
        assertThat(post(CUSTOMER, ORDERS, "{}").json().path("errors").toString())
                .contains("shipping_address", "shipping_method", "payment_method");
        assertThat(post(null, ORDERS, BODY).status()).isEqualTo(401);
        assertThat(world.claims).isEmpty();
    }

    @Test
    void a_refused_order_gives_the_cart_back() {
        world.on(PlaceOrder.class, command -> {
            throw new Rejection("amount_over_limit", "Too much.");
        });
        Answered refused = post(CUSTOMER, ORDERS, BODY);
        assertThat(refused.code()).isEqualTo("amount_over_limit");
        assertThat(world.claims.keySet()).noneMatch(claim -> claim.startsWith("cart.checkout"));
    }

    @Test
    void an_order_that_is_not_shown_yet_is_accepted_with_its_number() {
        world.visible = false;
        Answered placed = post(CUSTOMER, ORDERS, BODY);
        assertThat(placed.status()).isEqualTo(202);
        assertThat(placed.json().path("number").asString()).startsWith("D-");
        assertThat(placed.json().path("status").asString()).isEqualTo("placed");
    }

    @Test
    void an_order_is_its_owners_and_the_staffs() {
        world.show(
                Samples.paidBy(Samples.sale(WANJIKU, OrderStatus.CONFIRMED), AttemptState.FAILED, AttemptState.PAID));
        JsonNode own = get(CUSTOMER, ORDERS + "d-abcd2345/").json();
        assertThat(own.path("payment_status").asString()).isEqualTo("paid");
        assertThat(own.path("payment").path("receipt_number").asString()).isEqualTo("SKJ4ABCDEF");
        assertThat(own.path("payment").path("phone_masked").asString()).isEqualTo("+2547*****000");
        assertThat(own.path("payment").path("failure_code").isNull()).isTrue();
        assertThat(get(STRANGER, ONE).status()).isEqualTo(404);
        assertThat(get(null, ONE).status()).isEqualTo(401);
        assertThat(get(ADMIN, ONE).json().path("shipping_address").path("phone").asString())
                .isEqualTo("+254712345000");
        JsonNode audited = get(AUDITOR, ONE).json().path("shipping_address");
        assertThat(audited.path("phone").isNull()).isTrue();
        assertThat(audited.path("phone_masked").asString()).isEqualTo("+2547*****000");
        assertThat(get(STRANGER, ORDERS).json().path("count").asInt()).isZero();
        assertThat(get(AUDITOR, ORDERS).json().path("count").asInt()).isEqualTo(1);
        assertThat(get(CUSTOMER, ORDERS + "?status=lost").status()).isEqualTo(400);
        assertThat(get(CUSTOMER, ORDERS + "?from=2026-11-01&to=2026-11-30&payment_status=paid")
                        .status())
                .isEqualTo(200);
        assertThat(get(CUSTOMER, ORDERS + "?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void address_and_notes_change_until_it_leaves() {
        world.show(Samples.sale(WANJIKU, OrderStatus.CONFIRMED));
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"notes\":\"Ring twice\"}").status())
                .isEqualTo(200);
        AmendOrder amended = world.sent(AmendOrder.class).getFirst();
        assertThat(amended.notes().value()).isEqualTo("Ring twice");
        assertThat(amended.shippingAddress().line1().value()).isEqualTo("Moi Avenue 14");
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"notes\":\"x\"}", "If-Match", "\"7.1\"")
                        .status())
                .isEqualTo(412);
        assertThat(send("PATCH", AUDITOR, ONE, "{\"notes\":\"x\"}").status()).isEqualTo(403);
        assertThat(send("PATCH", STRANGER, ONE, "{\"notes\":\"x\"}").status()).isEqualTo(404);
        world.on(AmendOrder.class, command -> {
            throw new Rejection("order_already_shipped", "It has left.");
        });
        assertThat(send("PUT", CUSTOMER, ONE, "{\"notes\":\"x\"}").code()).isEqualTo("order_already_shipped");
    }

    @Test
    void an_order_is_cancelled_by_its_owner_or_an_admin() {
        world.show(Samples.sale(WANJIKU, OrderStatus.CONFIRMED));
        assertThat(send("DELETE", STRANGER, ONE, null).status()).isEqualTo(404);
        assertThat(send("DELETE", CUSTOMER, ONE, null).status()).isEqualTo(204);
        assertThat(send("DELETE", ADMIN, ONE, null).status()).isEqualTo(204);
        assertThat(get(CUSTOMER, ONE).json().path("status").asString()).isEqualTo("cancelled");
        world.on(CancelOrder.class, command -> {
            throw new Rejection("order_already_shipped", "It has left.");
        });
        assertThat(send("DELETE", CUSTOMER, ONE, null).code()).isEqualTo("order_already_shipped");
    }

    @Test
    void everybody_may_know_how_orders_are_sent() {
        JsonNode methods = get(null, ORDERS + "shipping-methods/").json();
        assertThat(methods.isArray()).isTrue();
        assertThat(methods.get(1).path("code").asString()).isEqualTo("nairobi");
        assertThat(methods.get(1).path("fee").path("amount").asString()).isEqualTo("250.00");
    }

    private static String expecting(String total) {
        return BODY.replace(
                "\"payment_method\"",
                "\"expected_total\":{\"amount\":\"" + total + "\",\"currency\":\"KES\"},\"payment_method\"");
    }
}
