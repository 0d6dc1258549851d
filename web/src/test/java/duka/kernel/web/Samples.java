package duka.kernel.web;

import duka.cart.api.CartId;
import duka.cart.api.CartItemId;
import duka.cart.api.CartView;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.checkout.api.SaleView;
import duka.identity.api.AccountId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.OrderStatus;
import duka.ordering.api.OrderView;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentView;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import duka.shipping.api.ShipmentView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things of a shop, as the read models would show them. */
public final class Samples {

    public static final OrderId ORDER = new OrderId(uuid(1));
    public static final ProductId LAMP = new ProductId(uuid(2));
    public static final Sku LAMP_SKU = new Sku("LAMP-1");
    private static final String PHONE = "+254712345000";

    private Samples() {}

    public static UUID uuid(int n) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(n));
    }

    public static Money kes(long shillings) {
        return Money.ofMajor(shillings, CurrencyCode.KES);
    }

    public static ProductContent lamp(long price) {
        return new ProductContent(
                "lamp",
                "Lamp",
                "",
                kes(price),
                null,
                null,
                Map.of(),
                List.of(new Variant(LAMP_SKU, Map.of(), null)),
                true);
    }

    /** A cart of lamps that cost so much when they were put in. */
    public static CartView cart(AccountId customer, int quantity, long priceThen) {
        CartId id = CartId.of(customer);
        return new CartView(
                id,
                customer,
                List.of(new CartView.Line(CartItemId.of(id, LAMP_SKU), LAMP_SKU, LAMP, quantity, kes(priceThen))),
                3);
    }

    /** Two lamps at 1,500 each, sent for 250. */
    public static SaleView sale(AccountId customer, OrderStatus status) {
        PersonId person = new PersonId(customer.value());
        ShippingAddress address = new ShippingAddress(
                Personal.of(person, "Wanjiku Kamau"),
                Personal.of(person, PHONE),
                Personal.of(person, "Moi Avenue 14"),
                null,
                Personal.of(person, "Nairobi"),
                "Nairobi",
                null,
                "KE");
        OrderContent content = new OrderContent(
                new OrderNumber("D-ABCD2345"),
                customer,
                person,
                CartId.of(customer),
                List.of(new OrderLine(LAMP_SKU, LAMP, "Lamp", null, 2, kes(1_500), kes(3_000))),
                kes(3_000),
                kes(250),
                kes(3_250).includedTax(16),
                kes(3_250),
                address,
                "nairobi",
                PaymentMethod.MPESA,
                Personal.of(person, PHONE),
                Personal.of(person, "wanjiku@example.com"),
                null,
                null);
        SaleView placed = World.placed(new PlaceOrder(ORDER, content));
        return status == OrderStatus.PLACED ? placed : World.ended(placed, status);
    }

    public static SaleView paidBy(SaleView sale, AttemptState... attempts) {
        PaymentId id = PaymentId.of(sale.order().id());
        OrderView order = sale.order();
        List<PaymentView.Attempt> made = new ArrayList<>();
        for (AttemptState state : attempts) {
            int n = made.size() + 1;
            made.add(new PaymentView.Attempt(
                    AttemptId.of(id, n),
                    n,
                    state,
                    Personal.of(order.content().person(), PHONE),
                    Personal.of(order.content().person(), "ws_CO_" + n),
                    state == AttemptState.FAILED ? "1032" : null,
                    state == AttemptState.FAILED ? "Request cancelled by user" : null,
                    state == AttemptState.PAID ? "SKJ4ABCDEF" : null,
                    World.NOW,
                    null));
        }
        boolean settled = List.of(attempts).contains(AttemptState.PAID);
        PaymentView payment = new PaymentView(
                id,
                order.id(),
                order.content().customerId(),
                PaymentMethod.MPESA,
                order.content().total(),
                World.NOW.plusSeconds(900),
                settled,
                false,
                kes(0),
                made,
                List.of(),
                null,
                "",
                World.NOW,
                World.NOW,
                1);
        return new SaleView(order, payment, sale.shipments(), sale.representation() + 1);
    }

    public static ShipmentView parcel(AccountId customer, ShipmentStatus status) {
        return new ShipmentView(
                ShipmentId.of(ORDER, 1),
                ORDER,
                customer,
                status,
                null,
                "TRACK-1",
                List.of(new ShipmentItem(LAMP_SKU, 2)),
                List.of(new ShipmentView.Entry(status, "Nairobi", "left with Jane", World.NOW)),
                1);
    }
}
