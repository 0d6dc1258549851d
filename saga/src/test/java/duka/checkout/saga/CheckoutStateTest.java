package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.FIRST;
import static duka.checkout.saga.SaleFixtures.PARCEL;
import static duka.checkout.saga.SaleFixtures.PAYMENT;
import static duka.checkout.saga.SaleFixtures.PLACED_AT;
import static duka.checkout.saga.SaleFixtures.SECOND;
import static duka.checkout.saga.SaleFixtures.advanced;
import static duka.checkout.saga.SaleFixtures.attemptStarted;
import static duka.checkout.saga.SaleFixtures.cancelledAfterConfirmation;
import static duka.checkout.saga.SaleFixtures.excessRequested;
import static duka.checkout.saga.SaleFixtures.moneyReported;
import static duka.checkout.saga.SaleFixtures.placed;
import static duka.checkout.saga.SaleFixtures.refunded;
import static duka.checkout.saga.SaleFixtures.settled;
import static duka.checkout.saga.SaleFixtures.shillings;
import static duka.checkout.saga.SaleFixtures.shipmentCreated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import duka.inventory.api.ReservationAnswer.Reserved;
import duka.inventory.api.StockCommand.ReserveStock;
import duka.ordering.api.OrderCommand.ConfirmOrder;
import duka.ordering.api.OrderCommand.Confirmation;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.RefundId;
import duka.shipping.api.ShipmentStatus;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.Test;

/** What the checkout knows survives being written down between any two events. */
class CheckoutStateTest {

    private final Jackson3Serializer serializer = Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY)))
            .build();
    private final RecordingCommandBus bus = new RecordingCommandBus();
    private final Errands errands =
            new Errands(DefaultCommandGateway.builder().commandBus(bus).build());
    private final SaleClock clock = new SaleClock(new RecordedDeadlines(), SaleInTest.TIMES);

    @Test
    void a_checkout_reads_back_as_it_was_written_at_every_step_of_a_sale() {
        bus.setCallbackBehavior((command, metaData) -> switch (command) {
            case ReserveStock reserve -> new Reserved(reserve.quantity());
            case ConfirmOrder confirm -> Confirmation.CONFIRMED;
            default -> null;
        });
        CheckoutSaga saga = writtenAndRead(new CheckoutSaga());
        saga.on(placed(PaymentMethod.MPESA), PLACED_AT, errands, clock);
        saga = writtenAndRead(saga);
        saga.on(attemptStarted(FIRST), errands);
        saga.on(attemptStarted(SECOND), errands);
        saga.on(moneyReported(SECOND), errands);
        saga = writtenAndRead(saga);
        saga.on(settled(), PLACED_AT, errands, clock);
        saga = writtenAndRead(saga);
        saga.on(shipmentCreated(PARCEL), errands);
        saga.on(advanced(PARCEL, ShipmentStatus.SHIPPED), errands);
        saga.on(excessRequested(RefundId.of(PAYMENT, "excess"), SECOND), errands);
        saga.on(refunded(RefundId.of(PAYMENT, "damaged"), shillings(300)), errands, clock);
        saga = writtenAndRead(saga);
        saga.on(cancelledAfterConfirmation(), PLACED_AT, errands, clock);
        saga = writtenAndRead(saga);

        assertThat(saga).extracting("step").isEqualTo(Step.REFUNDING);
        assertThat(saga)
                .extracting("till")
                .isEqualTo(new Till(
                        150_000,
                        Set.of(RefundId.of(PAYMENT, "excess")),
                        Map.of(RefundId.of(PAYMENT, "damaged").value(), 30_000L)));
    }

    private CheckoutSaga writtenAndRead(CheckoutSaga saga) {
        SerializedObject<byte[]> written = serializer.serialize(saga, byte[].class);
        CheckoutSaga read = serializer.deserialize(written);
        assertThat(read).usingRecursiveComparison().usingOverriddenEquals().isEqualTo(saga);
        return read;
    }
}
