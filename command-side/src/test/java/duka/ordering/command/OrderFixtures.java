package duka.ordering.command;

import duka.cart.api.CartId;
import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderCompleted;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderDispatched;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.ordering.api.OrderEvent.PaymentAwaited;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One order of two kettles and a mug, and how far its life has come. */
final class OrderFixtures {

    static final OrderId ORDER = new OrderId(UUID.fromString("01930000-0000-7000-8000-000000000001"));
    static final PersonId PERSON = new PersonId(UUID.fromString("01930000-0000-7000-8000-000000000002"));
    static final Sku KETTLE = new Sku("KETTLE-1");
    static final Sku MUG = new Sku("MUG-1");
    static final Instant PAY_BY = Instant.parse("2026-11-23T09:15:00Z");
    static final String RECIPIENT = "Wanjiku Kamau";

    private OrderFixtures() {}

    static PlaceOrder place(OrderContent content) {
        return new PlaceOrder(ORDER, content);
    }

    static OrderPlaced placed() {
        return placed(PaymentMethod.MPESA);
    }

    static OrderPlaced placed(PaymentMethod method) {
        return new OrderPlaced(ORDER, content(method));
    }

    static PaymentAwaited awaited() {
        return new PaymentAwaited(ORDER, PAY_BY);
    }

    static OrderConfirmed confirmed() {
        return new OrderConfirmed(ORDER);
    }

    static OrderRejected rejected() {
        return new OrderRejected(ORDER, "insufficient_stock", List.of(MUG));
    }

    static OrderCancelled cancelled(boolean confirmed) {
        return new OrderCancelled(ORDER, CancellationReason.REQUESTED, confirmed);
    }

    static OrderDispatched dispatched() {
        return new OrderDispatched(ORDER);
    }

    static OrderCompleted completed() {
        return new OrderCompleted(ORDER);
    }

    static OrderContent content(PaymentMethod method) {
        List<OrderLine> lines = List.of(line(KETTLE, 2, 1_499), line(MUG, 1, 350));
        return content(method, lines, kes(3_348), kes(200), kes(3_548), address(RECIPIENT));
    }

    static OrderContent content(List<OrderLine> lines, Money subtotal, Money fee, Money total) {
        return content(PaymentMethod.MPESA, lines, subtotal, fee, total, address(RECIPIENT));
    }

    static OrderContent content(
            PaymentMethod method,
            List<OrderLine> lines,
            Money subtotal,
            Money fee,
            Money total,
            ShippingAddress address) {
        return new OrderContent(
                new OrderNumber("D-7K3M9QXA"),
                new AccountId(UUID.fromString("01930000-0000-7000-8000-000000000003")),
                PERSON,
                new CartId(UUID.fromString("01930000-0000-7000-8000-000000000004")),
                lines,
                subtotal,
                fee,
                total.includedTax(16),
                total,
                address,
                "standard",
                method,
                Personal.of(PERSON, "+254712345678"),
                Personal.of(PERSON, "wanjiku@example.com"),
                null,
                null);
    }

    /** What was placed long ago, by another way to pay. */
    static OrderContent at(Instant occurred) {
        OrderContent today = content(PaymentMethod.EXTERNAL);
        return new OrderContent(
                today.number(),
                null,
                PERSON,
                today.cartId(),
                today.lines(),
                today.subtotal(),
                today.shippingFee(),
                today.taxIncluded(),
                today.total(),
                erased(today.shippingAddress()),
                "past",
                PaymentMethod.EXTERNAL,
                null,
                null,
                null,
                occurred);
    }

    static OrderLine line(Sku sku, int quantity, long shillings) {
        return new OrderLine(
                sku,
                new ProductId(UUID.fromString("01930000-0000-7000-8000-000000000005")),
                "A " + sku,
                null,
                quantity,
                kes(shillings),
                kes(shillings).times(quantity));
    }

    static ShippingAddress address(String fullName) {
        return new ShippingAddress(
                Personal.of(PERSON, fullName),
                Personal.of(PERSON, "+254712345678"),
                Personal.of(PERSON, "Moi Avenue 5"),
                null,
                Personal.of(PERSON, "Nairobi"),
                "Nairobi",
                null,
                "KE");
    }

    static ShippingAddress erased(ShippingAddress address) {
        Personal gone = new Personal(PERSON, null);
        return new ShippingAddress(gone, gone, gone, null, gone, address.county(), null, address.country());
    }

    static Money kes(long shillings) {
        return Money.ofMajor(shillings, CurrencyCode.KES);
    }
}
