package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.CART;
import static duka.checkout.saga.SaleFixtures.CUSTOMER;
import static duka.checkout.saga.SaleFixtures.ITEMS;
import static duka.checkout.saga.SaleFixtures.MUG;
import static duka.checkout.saga.SaleFixtures.ORDER;
import static duka.checkout.saga.SaleFixtures.PARCEL;
import static duka.checkout.saga.SaleFixtures.PAYMENT;
import static duka.checkout.saga.SaleFixtures.PAY_BY;
import static duka.checkout.saga.SaleFixtures.PHONE;
import static duka.checkout.saga.SaleFixtures.PLACED_AT;
import static duka.checkout.saga.SaleFixtures.REFUND;
import static duka.checkout.saga.SaleFixtures.TOTAL;

import duka.cart.api.CartCommand.CheckOutCart;
import duka.inventory.api.ReservationAnswer;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand.CommitReservation;
import duka.inventory.api.StockCommand.ReleaseReservation;
import duka.inventory.api.StockCommand.ReserveStock;
import duka.inventory.api.StockCommand.Restock;
import duka.inventory.api.StockItemId;
import duka.kernel.Sku;
import duka.kernel.api.Refusal;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderCommand.ConfirmOrder;
import duka.ordering.api.OrderCommand.Confirmation;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentCommand.RequestPayment;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.test.saga.SagaTestFixture;

/** The checkout with everybody it asks played by this test: what they answer can be changed at any time. */
final class SaleInTest {

    static final CheckoutTimes TIMES =
            new CheckoutTimes(Duration.ofMinutes(15), Duration.ofMinutes(3), Duration.ofHours(72));

    final SagaTestFixture<CheckoutSaga> saga = new SagaTestFixture<>(CheckoutSaga.class);
    final RecordedDeadlines deadlines = new RecordedDeadlines();

    private final Map<Object, Object> answers = new HashMap<>();

    SaleInTest() {
        saga.registerListenerInvocationErrorHandler(PropagatingErrorHandler.instance());
        saga.registerResource(new Errands(
                DefaultCommandGateway.builder().commandBus(saga.getCommandBus()).build()));
        saga.registerResource(new SaleClock(deadlines, TIMES));
        saga.setCallbackBehavior((command, metaData) -> answer(command));
        saga.givenCurrentTime(PLACED_AT);
    }

    SaleInTest withTooFewOf(Sku sku) {
        answers.put(reserve(sku, quantityOf(sku)), new ReservationAnswer.Refused(0));
        return this;
    }

    SaleInTest withEndedOrder() {
        answers.put(new ConfirmOrder(ORDER), Confirmation.ENDED_BEFORE);
        return this;
    }

    SaleInTest refusing(Object command, String code) {
        answers.put(
                command, new CommandExecutionException("refused", null, new Refusal(code, "It is refused.", Map.of())));
        return this;
    }

    SaleInTest breaking(Object command) {
        answers.put(command, new CommandExecutionException("The connection was lost", null));
        return this;
    }

    static CheckOutCart emptyCart() {
        return new CheckOutCart(CART, ORDER);
    }

    static ReserveStock reserve(Sku sku, int quantity) {
        return new ReserveStock(StockItemId.of(sku), ReservationId.of(ORDER, sku), ORDER, quantity);
    }

    static CommitReservation commit(Sku sku) {
        return new CommitReservation(StockItemId.of(sku), ReservationId.of(ORDER, sku), ORDER);
    }

    static ReleaseReservation release(Sku sku) {
        return new ReleaseReservation(StockItemId.of(sku), ReservationId.of(ORDER, sku), ORDER);
    }

    static Restock restock(Sku sku) {
        return new Restock(StockItemId.of(sku), ReservationId.of(ORDER, sku), ORDER, quantityOf(sku));
    }

    static RequestPayment requestPayment(PaymentMethod method) {
        return new RequestPayment(
                PAYMENT,
                ORDER,
                CUSTOMER,
                TOTAL,
                method,
                "D0123ABCD",
                PAY_BY,
                method == PaymentMethod.MPESA ? PHONE : null,
                PLACED_AT);
    }

    static ConfirmOrder confirm() {
        return new ConfirmOrder(ORDER);
    }

    static CreateShipment createShipment() {
        return new CreateShipment(PARCEL, ORDER, CUSTOMER, ITEMS);
    }

    static CancelOrder cancelUnpaid() {
        return new CancelOrder(ORDER, CancellationReason.NOT_PAID_IN_TIME);
    }

    static RequestRefund refundAll(Instant at) {
        return new RequestRefund(PAYMENT, REFUND, null, "order_cancelled", at);
    }

    private static int quantityOf(Sku sku) {
        return sku.equals(MUG) ? 2 : 1;
    }

    private Object answer(Object command) throws Exception {
        Object planned = answers.get(command);
        if (planned instanceof Exception failure) {
            throw failure;
        }
        if (planned != null) {
            return planned;
        }
        return switch (command) {
            case ReserveStock reserve -> new ReservationAnswer.Reserved(reserve.quantity());
            case ConfirmOrder confirm -> Confirmation.CONFIRMED;
            default -> null;
        };
    }
}
