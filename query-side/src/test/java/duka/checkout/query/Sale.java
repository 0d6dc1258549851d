package duka.checkout.query;

import static duka.kernel.query.Story.id;
import static duka.kernel.query.Story.shillings;

import duka.cart.api.CartId;
import duka.catalog.query.Catalogue;
import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import duka.kernel.query.Story;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent;
import duka.ordering.api.OrderEvent.OrderAmended;
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
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentEvent.PushBegun;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.RefundBegun;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import duka.shipping.api.ShipmentEvent;
import duka.shipping.api.ShipmentEvent.CarrierAssigned;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells the life of one order. */
public final class Sale {

    public final OrderId order;
    public final PaymentId payment;
    public final ShipmentId shipment;
    public final AccountId customer;

    private final Story story;
    private final String name;
    private final PersonId person;
    private int attempt;
    private long parcelEdits;

    public Sale(Story story, String name) {
        this.story = story;
        this.name = name;
        this.order = new OrderId(id("order " + name));
        this.payment = PaymentId.of(order);
        this.shipment = ShipmentId.of(order, 1);
        this.customer = new AccountId(id("customer of " + name.charAt(0)));
        this.person = new PersonId(customer.value());
    }

    public OrderNumber number() {
        return OrderNumber.spell(order.value().getLeastSignificantBits());
    }

    public String checkoutRequestId() {
        return "ws_CO_" + name + attempt;
    }

    public AttemptId attempt() {
        return AttemptId.of(payment, attempt);
    }

    public OrderContent content(Instant occurredAt, OrderLine... lines) {
        Money total = List.of(lines).stream().map(OrderLine::lineTotal).reduce(shillings(0), Money::plus);
        return new OrderContent(
                number(),
                customer,
                person,
                CartId.of(customer),
                List.of(lines),
                total,
                shillings(0),
                total.includedTax(16),
                total,
                address("Moi Avenue 1"),
                "standard",
                PaymentMethod.MPESA,
                personal("+254712345000"),
                null,
                personal("Ring twice"),
                occurredAt);
    }

    public static OrderLine line(String product, int quantity, long price) {
        Sku sku = Catalogue.sku(product);
        return new OrderLine(
                sku,
                Catalogue.product(product),
                product,
                null,
                quantity,
                shillings(price),
                shillings(price).times(quantity));
    }

    public ShippingAddress address(String line) {
        return new ShippingAddress(
                personal("Wanjiku Kamau"),
                personal("+254712345000"),
                personal(line),
                null,
                personal("Nairobi"),
                "Nairobi",
                null,
                "KE");
    }

    public Sale place(String product, int quantity, long price) {
        return place(null, line(product, quantity, price));
    }

    public Sale place(Instant occurredAt, OrderLine... lines) {
        return tell(new OrderPlaced(order, content(occurredAt, lines)));
    }

    /** All is reserved: the order waits for its money. */
    public Sale await(long total) {
        tell(new PaymentAwaited(order, payBy()));
        return tell(new PaymentRequested(
                payment, order, customer, shillings(total), PaymentMethod.MPESA, number().accountReference(), payBy()));
    }

    public Sale reject(Sku... skus) {
        return tell(new OrderRejected(order, "insufficient_stock", List.of(skus)));
    }

    public Sale begin(long amount) {
        attempt++;
        return tell(new AttemptStarted(
                payment,
                order,
                attempt(),
                attempt,
                personal("+254712345000"),
                shillings(amount),
                number().accountReference(),
                story.now()));
    }

    /** A prompt is on the phone. */
    public Sale prompt(long amount) {
        begin(amount).tell(new PushBegun(payment, order, attempt()));
        return tell(new PushAccepted(payment, order, attempt(), "29115-" + attempt, personal(checkoutRequestId())));
    }

    public Sale pushRefused() {
        return tell(new PushRefused(payment, order, attempt(), "500.001.1001", "Unable to lock subscriber"));
    }

    public Sale fail() {
        return tell(new AttemptFailed(payment, order, attempt(), "1032", "Request cancelled by user"));
    }

    public Sale dispute() {
        return tell(new AttemptDisputed(payment, order, attempt(), "amount_differs", shillings(1), "SGR7AAAAAA"));
    }

    public Sale voided() {
        return tell(new PaymentVoided(payment, order));
    }

    public Sale report(long amount) {
        return tell(new MoneyReported(payment, order, attempt(), shillings(amount), receipt(), "callback"));
    }

    /** The money is there, and the order goes on. */
    public Sale settle(long amount) {
        tell(new PaymentSettled(payment, order, attempt(), shillings(amount), receipt(), null));
        return tell(new OrderConfirmed(order));
    }

    public Sale parcel(String product, int quantity) {
        return tell(new ShipmentCreated(
                shipment, order, customer, List.of(new ShipmentItem(Catalogue.sku(product), quantity)), ++parcelEdits));
    }

    public Sale carrier(String carrier, String tracking) {
        return tell(new CarrierAssigned(shipment, order, carrier, tracking, ++parcelEdits));
    }

    public Sale advance(ShipmentStatus status) {
        return tell(new ShipmentAdvanced(
                shipment, order, status, "Nakuru", null, story.now(), false, List.of(), ++parcelEdits));
    }

    public Sale dispatch() {
        return tell(new OrderDispatched(order));
    }

    public Sale complete() {
        return tell(new OrderCompleted(order));
    }

    public Sale cancel(boolean confirmed) {
        return tell(new OrderCancelled(order, CancellationReason.REQUESTED, confirmed));
    }

    public Sale amend(String line, long version) {
        return tell(new OrderAmended(order, address(line), null, version));
    }

    public Sale refund(String why, long amount) {
        RefundId refund = RefundId.of(payment, why);
        tell(new RefundRequested(
                payment, order, refund, shillings(amount), why, RefundVia.B2C, null, personal("+254712345000"), null));
        tell(new RefundBegun(payment, order, refund));
        return tell(new RefundSucceeded(payment, order, refund, shillings(amount), "SGR7RRRRRR", null));
    }

    public Sale tell(OrderEvent event) {
        story.tell(order, event);
        return this;
    }

    public Sale tell(PaymentEvent event) {
        story.tell(payment, event);
        return this;
    }

    public Sale tell(ShipmentEvent event) {
        story.tell(shipment, event);
        return this;
    }

    public Personal personal(String value) {
        return Personal.of(person, value);
    }

    private String receipt() {
        return "SGR7" + attempt + "BCDEF";
    }

    private Instant payBy() {
        return story.now().plus(Duration.ofMinutes(15));
    }
}
