package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.KETTLE;
import static duka.checkout.saga.SaleFixtures.MUG;
import static duka.checkout.saga.SaleFixtures.ORDER;
import static duka.checkout.saga.SaleFixtures.PAY_BY;
import static duka.checkout.saga.SaleFixtures.imported;
import static duka.checkout.saga.SaleFixtures.placed;
import static duka.checkout.saga.SaleInTest.commit;
import static duka.checkout.saga.SaleInTest.confirm;
import static duka.checkout.saga.SaleInTest.createShipment;
import static duka.checkout.saga.SaleInTest.emptyCart;
import static duka.checkout.saga.SaleInTest.release;
import static duka.checkout.saga.SaleInTest.requestPayment;
import static duka.checkout.saga.SaleInTest.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.ordering.api.OrderCommand.AwaitPayment;
import duka.ordering.api.OrderCommand.RejectOrder;
import duka.ordering.api.PaymentMethod;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first row: an order was placed. */
class CheckoutReservationTest {

    private final SaleInTest sale = new SaleInTest();

    @ParameterizedTest
    @EnumSource(names = {"MPESA", "EXTERNAL"})
    void all_reserved_asks_for_the_money_and_lets_the_time_run(PaymentMethod method) {
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(placed(method))
                .expectActiveSagas(1)
                .expectAssociationWith("orderId", ORDER.toString())
                .expectDispatchedCommands(
                        emptyCart(),
                        reserve(KETTLE, 1),
                        reserve(MUG, 2),
                        new AwaitPayment(ORDER, PAY_BY),
                        requestPayment(method));
        assertThat(sale.deadlines.pending()).isEqualTo(Map.of(SaleClock.PAYMENT_WINDOW, PAY_BY));
    }

    @Test
    void cash_is_confirmed_at_once_and_paid_at_the_door() {
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(placed(PaymentMethod.CASH_ON_DELIVERY))
                .expectActiveSagas(1)
                .expectDispatchedCommands(
                        emptyCart(),
                        reserve(KETTLE, 1),
                        reserve(MUG, 2),
                        confirm(),
                        requestPayment(PaymentMethod.CASH_ON_DELIVERY),
                        commit(KETTLE),
                        commit(MUG),
                        createShipment());
        assertThat(sale.deadlines.pending()).isEmpty();
    }

    @Test
    void cash_that_was_cancelled_meanwhile_sells_nothing_and_waits_for_the_cancellation() {
        sale.withEndedOrder();
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(placed(PaymentMethod.CASH_ON_DELIVERY))
                .expectActiveSagas(1)
                .expectDispatchedCommands(emptyCart(), reserve(KETTLE, 1), reserve(MUG, 2), confirm());
    }

    @Test
    void one_refused_releases_the_rest_and_rejects_the_order_naming_it() {
        sale.withTooFewOf(MUG);
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(placed(PaymentMethod.MPESA))
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        emptyCart(),
                        reserve(KETTLE, 1),
                        reserve(MUG, 2),
                        release(KETTLE),
                        new RejectOrder(ORDER, "insufficient_stock", List.of(MUG)));
        assertThat(sale.deadlines.pending()).isEmpty();
    }

    @Test
    void all_refused_names_them_all() {
        sale.withTooFewOf(MUG).withTooFewOf(KETTLE);
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(placed(PaymentMethod.MPESA))
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        emptyCart(),
                        reserve(KETTLE, 1),
                        reserve(MUG, 2),
                        new RejectOrder(ORDER, "insufficient_stock", List.of(KETTLE, MUG)));
    }

    @Test
    void what_nobody_counts_is_as_good_as_sold_out() {
        sale.refusing(reserve(KETTLE, 1), "not_found");
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(placed(PaymentMethod.MPESA))
                .expectActiveSagas(0)
                .expectDispatchedCommands(
                        emptyCart(),
                        reserve(KETTLE, 1),
                        reserve(MUG, 2),
                        release(MUG),
                        new RejectOrder(ORDER, "insufficient_stock", List.of(KETTLE)));
    }

    @Test
    void a_cart_that_is_not_there_holds_nobody_up() {
        sale.refusing(emptyCart(), "not_found");
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(placed(PaymentMethod.MPESA))
                .expectActiveSagas(1)
                .expectDispatchedCommands(
                        emptyCart(),
                        reserve(KETTLE, 1),
                        reserve(MUG, 2),
                        new AwaitPayment(ORDER, PAY_BY),
                        requestPayment(PaymentMethod.MPESA));
    }

    @Test
    void a_refusal_that_the_table_does_not_name_is_nobodys_no() {
        sale.refusing(reserve(MUG, 2), "rate_limited");
        assertThatThrownBy(() -> sale.saga.givenNoPriorActivity().whenPublishingA(placed(PaymentMethod.MPESA)))
                .rootCause()
                .hasMessageContaining("refused");
        assertThat(asked()).containsExactly(emptyCart(), reserve(KETTLE, 1), reserve(MUG, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void an_unknown_outcome_compensates_nothing_and_stops_right_there(int broken) {
        List<Object> all = List.of(
                emptyCart(),
                reserve(KETTLE, 1),
                reserve(MUG, 2),
                new AwaitPayment(ORDER, PAY_BY),
                requestPayment(PaymentMethod.MPESA));
        sale.breaking(all.get(broken));
        assertThatThrownBy(() -> sale.saga.givenNoPriorActivity().whenPublishingA(placed(PaymentMethod.MPESA)))
                .rootCause()
                .hasMessageContaining("The connection was lost");
        assertThat(asked()).isEqualTo(all.subList(0, broken + 1));
        assertThat(sale.deadlines.pending()).isEmpty();
    }

    @Test
    void an_order_told_twice_is_reserved_once() {
        sale.saga
                .givenAPublished(placed(PaymentMethod.MPESA))
                .whenPublishingA(placed(PaymentMethod.MPESA))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void imported_history_starts_nothing() {
        sale.saga
                .givenNoPriorActivity()
                .whenPublishingA(imported())
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
        assertThat(sale.deadlines.pending()).isEmpty();
    }

    private List<Object> asked() {
        return sale.saga.getCommandBus().getDispatchedCommands().stream()
                .map(CommandMessage::getPayload)
                .map(Object.class::cast)
                .toList();
    }
}
