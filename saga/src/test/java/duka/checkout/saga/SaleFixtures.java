package duka.checkout.saga;

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
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One sale: two mugs and a kettle for KES 1,500, placed by Wanjiku at nine o'clock. */
final class SaleFixtures {

    static final Instant PLACED_AT = Instant.parse("2026-11-23T06:00:00Z");
    static final Instant PAY_BY = PLACED_AT.plusSeconds(15 * 60);
    static final OrderId ORDER = new OrderId(UUID.fromString("019aaf00-0000-7000-8000-000000000001"));
    static final CartId CART = new CartId(UUID.fromString("019aaf00-0000-7000-8000-000000000002"));
    static final AccountId CUSTOMER = new AccountId(UUID.fromString("019aaf00-0000-7000-8000-000000000003"));
    static final PersonId PERSON = new PersonId(UUID.fromString("019aaf00-0000-7000-8000-000000000004"));
    static final ProductId PRODUCT = new ProductId(UUID.fromString("019aaf00-0000-7000-8000-000000000005"));
    static final PaymentId PAYMENT = PaymentId.of(ORDER);
    static final AttemptId FIRST = AttemptId.of(PAYMENT, 1);
    static final AttemptId SECOND = AttemptId.of(PAYMENT, 2);
    static final ShipmentId PARCEL = ShipmentId.of(ORDER, 1);
    static final ShipmentId OTHER_PARCEL = ShipmentId.of(ORDER, 2);
    static final RefundId REFUND = RefundId.of(PAYMENT, "order_cancelled");
    static final Sku KETTLE = new Sku("KETTLE");
    static final Sku MUG = new Sku("mug");
    static final Personal PHONE = Personal.of(PERSON, "+254712345000");
    static final Money TOTAL = shillings(1500);
    static final List<ShipmentItem> ITEMS = List.of(new ShipmentItem(KETTLE, 1), new ShipmentItem(MUG, 2));

    private SaleFixtures() {}

    static Money shillings(long amount) {
        return Money.ofMajor(amount, CurrencyCode.KES);
    }

    static OrderPlaced placed(PaymentMethod method) {
        return new OrderPlaced(ORDER, content(method, null));
    }

    static OrderPlaced imported() {
        return new OrderPlaced(ORDER, content(PaymentMethod.MPESA, Instant.parse("2011-01-04T10:00:00Z")));
    }

    /** The mugs come in two lines, of two spellings, and before the kettle: the process sorts and merges them. */
    static OrderContent content(PaymentMethod method, Instant occurredAt) {
        Personal text = Personal.of(PERSON, "Moi Avenue 1");
        return new OrderContent(
                new OrderNumber("D-0123ABCD"),
                CUSTOMER,
                PERSON,
                CART,
                List.of(line(MUG), line(new Sku("MUG")), line(KETTLE)),
                TOTAL,
                shillings(0),
                shillings(207),
                TOTAL,
                new ShippingAddress(text, PHONE, text, null, text, "Nairobi", null, "KE"),
                "standard",
                method,
                PHONE,
                null,
                null,
                occurredAt);
    }

    static AttemptStarted attemptStarted(AttemptId attempt) {
        return new AttemptStarted(PAYMENT, ORDER, attempt, 1, PHONE, TOTAL, "D0123ABCD", PLACED_AT);
    }

    static AttemptFailed attemptFailed(AttemptId attempt) {
        return new AttemptFailed(PAYMENT, ORDER, attempt, "1032", "Request cancelled by user");
    }

    static MoneyReported moneyReported(AttemptId attempt) {
        return new MoneyReported(PAYMENT, ORDER, attempt, TOTAL, "SGR7ABCDEF", "callback");
    }

    static AttemptDisputed disputed(AttemptId attempt) {
        return new AttemptDisputed(PAYMENT, ORDER, attempt, "query_disagrees", TOTAL, "SGR7ABCDEF");
    }

    static PaymentSettled settled() {
        return new PaymentSettled(PAYMENT, ORDER, FIRST, TOTAL, "SGR7ABCDEF", null);
    }

    static OrderCancelled cancelled() {
        return new OrderCancelled(ORDER, CancellationReason.REQUESTED, false);
    }

    static OrderCancelled cancelledAfterConfirmation() {
        return new OrderCancelled(ORDER, CancellationReason.REQUESTED, true);
    }

    static RefundRequested excessRequested(RefundId refund, AttemptId attempt) {
        return new RefundRequested(
                PAYMENT, ORDER, refund, TOTAL, "second_payment", RefundVia.REVERSAL, "SGR7ZZZZZZ", null, attempt);
    }

    static RefundSucceeded refunded(RefundId refund, Money amount) {
        return new RefundSucceeded(PAYMENT, ORDER, refund, amount, "SGR8ABCDEF", null);
    }

    static RefundFailed refundFailed(RefundId refund) {
        return new RefundFailed(PAYMENT, ORDER, refund, "2001", "The initiator information is invalid.");
    }

    static ShipmentCreated shipmentCreated(ShipmentId parcel) {
        return new ShipmentCreated(parcel, ORDER, CUSTOMER, ITEMS, 1);
    }

    static ShipmentAdvanced advanced(ShipmentId parcel, ShipmentStatus status) {
        return new ShipmentAdvanced(parcel, ORDER, status, null, null, PLACED_AT, false, ITEMS, 2);
    }

    private static OrderLine line(Sku sku) {
        return new OrderLine(sku, PRODUCT, sku.code(), null, 1, shillings(500), shillings(500));
    }
}
