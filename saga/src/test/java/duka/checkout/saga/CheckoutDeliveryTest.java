package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.KETTLE;
import static duka.checkout.saga.SaleFixtures.MUG;
import static duka.checkout.saga.SaleFixtures.ORDER;
import static duka.checkout.saga.SaleFixtures.OTHER_PARCEL;
import static duka.checkout.saga.SaleFixtures.PARCEL;
import static duka.checkout.saga.SaleFixtures.PAYMENT;
import static duka.checkout.saga.SaleFixtures.TOTAL;
import static duka.checkout.saga.SaleFixtures.advanced;
import static duka.checkout.saga.SaleFixtures.placed;
import static duka.checkout.saga.SaleFixtures.refunded;
import static duka.checkout.saga.SaleFixtures.settled;
import static duka.checkout.saga.SaleFixtures.shipmentCreated;
import static duka.checkout.saga.SaleInTest.commit;
import static duka.checkout.saga.SaleInTest.confirm;
import static duka.checkout.saga.SaleInTest.createShipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.ordering.api.OrderCommand.CompleteOrder;
import duka.ordering.api.OrderEvent.OrderCompleted;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.RefundId;
import duka.shipping.api.ShipmentCommand.FillShipment;
import duka.shipping.api.ShipmentEvent.ShipmentSplit;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.util.List;
import org.axonframework.test.saga.ContinuedGivenState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The third row: it is paid, or will be at the door, and goes on its way. */
class CheckoutDeliveryTest {

    private static final CompleteOrder COMPLETE = new CompleteOrder(ORDER);

    private static final ShipmentSplit SPLIT = new ShipmentSplit(
            PARCEL,
            ORDER,
            null,
            OTHER_PARCEL,
            List.of(new ShipmentItem(MUG, 1)),
            List.of(new ShipmentItem(KETTLE, 1)),
            2);

    private final SaleInTest sale = new SaleInTest();

    @Test
    void settled_money_confirms_sells_and_ships() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .whenPublishingA(settled())
                .expectActiveSagas(1)
                .expectDispatchedCommands(confirm(), commit(KETTLE), commit(MUG), createShipment());
        assertThat(sale.deadlines.pending()).isEmpty();
    }

    @Test
    void an_unknown_outcome_of_the_confirmation_sells_nothing() {
        sale.breaking(confirm());
        ContinuedGivenState awaiting = sale.saga.givenAPublished(placed(PaymentMethod.MPESA));
        assertThatThrownBy(() -> awaiting.whenPublishingA(settled()))
                .rootCause()
                .hasMessageContaining("The connection was lost");
        assertThat(sale.deadlines.pending()).containsKey(SaleClock.PAYMENT_WINDOW);
    }

    @Test
    void settled_twice_sells_once() {
        paid().whenPublishingA(settled()).expectActiveSagas(1).expectNoDispatchedCommands();
    }

    @Test
    void delivered_and_paid_is_complete() {
        paid().whenPublishingA(advanced(PARCEL, ShipmentStatus.DELIVERED)).expectDispatchedCommands(COMPLETE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ShipmentStatus.class,
            names = {"SHIPPED", "IN_TRANSIT", "RETURNED", "CANCELLED"})
    void anything_less_is_not(ShipmentStatus status) {
        paid().whenPublishingA(advanced(PARCEL, status)).expectActiveSagas(1).expectNoDispatchedCommands();
    }

    @Test
    void all_parcels_must_arrive() {
        paid().andThenAPublished(shipmentCreated(OTHER_PARCEL))
                .andThenAPublished(advanced(PARCEL, ShipmentStatus.DELIVERED))
                .whenPublishingA(advanced(OTHER_PARCEL, ShipmentStatus.SHIPPED))
                .expectNoDispatchedCommands();
    }

    @Test
    void goods_that_left_one_parcel_are_packed_in_another() {
        paid().andThenAPublished(shipmentCreated(PARCEL))
                .whenPublishingA(SPLIT)
                .expectDispatchedCommands(new FillShipment(OTHER_PARCEL, ORDER, null, PARCEL, SPLIT.items()));
    }

    @Test
    void what_was_split_off_must_arrive_too() {
        paid().andThenAPublished(SPLIT)
                .whenPublishingA(advanced(PARCEL, ShipmentStatus.DELIVERED))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_parcel_that_was_called_off_need_not() {
        paid().andThenAPublished(shipmentCreated(OTHER_PARCEL))
                .andThenAPublished(advanced(PARCEL, ShipmentStatus.CANCELLED))
                .whenPublishingA(advanced(OTHER_PARCEL, ShipmentStatus.DELIVERED))
                .expectDispatchedCommands(COMPLETE);
    }

    @Test
    void cash_is_complete_when_it_is_paid_after_the_delivery() {
        cash().andThenAPublished(advanced(PARCEL, ShipmentStatus.DELIVERED))
                .whenPublishingA(new PaymentSettled(PAYMENT, ORDER, null, TOTAL, null, null))
                .expectDispatchedCommands(COMPLETE);
    }

    @Test
    void cash_that_is_not_paid_is_not_complete() {
        cash().whenPublishingA(advanced(PARCEL, ShipmentStatus.DELIVERED))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void a_cash_order_that_came_back_is_over() {
        cash().whenPublishingA(advanced(PARCEL, ShipmentStatus.RETURNED)).expectActiveSagas(0);
    }

    @Test
    void a_paid_order_that_came_back_is_over_once_the_money_went_back() {
        paid().andThenAPublished(advanced(PARCEL, ShipmentStatus.RETURNED))
                .whenPublishingA(refunded(RefundId.of(PAYMENT, "returned"), TOTAL))
                .expectActiveSagas(0);
    }

    @Test
    void a_completed_order_ends_it() {
        paid().whenPublishingA(new OrderCompleted(ORDER)).expectActiveSagas(0).expectNoDispatchedCommands();
    }

    private ContinuedGivenState paid() {
        return sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .andThenAPublished(settled())
                .andThenAPublished(shipmentCreated(PARCEL));
    }

    private ContinuedGivenState cash() {
        return sale.saga
                .givenAPublished(placed(PaymentMethod.CASH_ON_DELIVERY))
                .andThenAPublished(shipmentCreated(PARCEL));
    }
}
