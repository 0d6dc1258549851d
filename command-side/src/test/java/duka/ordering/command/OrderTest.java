package duka.ordering.command;

import static duka.kernel.command.Refusals.assertRefused;
import static duka.ordering.command.OrderFixtures.KETTLE;
import static duka.ordering.command.OrderFixtures.MUG;
import static duka.ordering.command.OrderFixtures.ORDER;
import static duka.ordering.command.OrderFixtures.PAY_BY;
import static duka.ordering.command.OrderFixtures.PERSON;
import static duka.ordering.command.OrderFixtures.RECIPIENT;
import static duka.ordering.command.OrderFixtures.address;
import static duka.ordering.command.OrderFixtures.awaited;
import static duka.ordering.command.OrderFixtures.cancelled;
import static duka.ordering.command.OrderFixtures.completed;
import static duka.ordering.command.OrderFixtures.confirmed;
import static duka.ordering.command.OrderFixtures.content;
import static duka.ordering.command.OrderFixtures.dispatched;
import static duka.ordering.command.OrderFixtures.kes;
import static duka.ordering.command.OrderFixtures.line;
import static duka.ordering.command.OrderFixtures.place;
import static duka.ordering.command.OrderFixtures.placed;
import static duka.ordering.command.OrderFixtures.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.command.Snapshots;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderCommand.AmendOrder;
import duka.ordering.api.OrderCommand.AwaitPayment;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderCommand.CompleteOrder;
import duka.ordering.api.OrderCommand.ConfirmOrder;
import duka.ordering.api.OrderCommand.Confirmation;
import duka.ordering.api.OrderCommand.DispatchOrder;
import duka.ordering.api.OrderCommand.ImportOrder;
import duka.ordering.api.OrderCommand.RejectOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderAmended;
import duka.ordering.api.OrderEvent.OrderCancelled;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderEvent.OrderRejected;
import duka.ordering.api.OrderLine;
import duka.ordering.api.PastEnd;
import duka.ordering.api.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    private final FixtureConfiguration<Order> fixture = new AggregateTestFixture<>(Order.class);

    @Nested
    class Placing {

        @ParameterizedTest
        @EnumSource
        void an_order_is_placed_as_it_was_agreed(PaymentMethod method) {
            fixture.givenNoPriorActivity()
                    .when(place(content(method)))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(placed(method));
        }

        @Test
        void placing_it_again_is_silent() {
            given(placed())
                    .when(place(content(PaymentMethod.MPESA)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void placing_it_again_is_silent_when_it_went_on_and_its_owner_was_erased() {
            OrderContent agreed = content(PaymentMethod.MPESA);
            OrderContent erased = content(
                    PaymentMethod.MPESA,
                    agreed.lines(),
                    agreed.subtotal(),
                    agreed.shippingFee(),
                    agreed.total(),
                    OrderFixtures.erased(agreed.shippingAddress()));
            given(new OrderPlaced(ORDER, erased), confirmed())
                    .when(place(agreed))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void another_order_cannot_take_its_id() {
            assertRefused(given(placed()).when(place(content(PaymentMethod.CASH_ON_DELIVERY))), "id_taken");
        }

        @Test
        void an_empty_order_is_refused() {
            assertRefused(placing(content(List.of(), kes(0), kes(200), kes(200))), "cart_empty");
        }

        @Test
        void a_sku_has_one_line() {
            List<OrderLine> twice = List.of(line(MUG, 1, 350), line(new Sku("mug-1"), 1, 350));
            assertRefused(placing(content(twice, kes(700), kes(0), kes(700))), "line_duplicate");
        }

        @ParameterizedTest
        @MethodSource("duka.ordering.command.OrderTest#sumsThatDoNotAddUp")
        void amounts_add_up(OrderContent content) {
            assertRefused(placing(content), "totals_wrong");
        }

        @Test
        void m_pesa_moves_its_limit() {
            OrderContent most = content(List.of(line(KETTLE, 1, 249_800)), kes(249_800), kes(200), kes(250_000));
            placing(most).expectSuccessfulHandlerExecution();
        }

        @Test
        void m_pesa_does_not_move_more_than_its_limit() {
            OrderContent more = content(List.of(line(KETTLE, 1, 249_801)), kes(249_801), kes(200), kes(250_001));
            assertRefused(placing(more), "amount_over_limit", Map.of("limit", "250000.00"));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MPESA")
        void other_ways_to_pay_have_no_limit(PaymentMethod method) {
            placing(content(
                            method,
                            List.of(line(KETTLE, 1, 900_000)),
                            kes(900_000),
                            kes(0),
                            kes(900_000),
                            address(RECIPIENT)))
                    .expectSuccessfulHandlerExecution();
        }

        private ResultValidator<Order> placing(OrderContent content) {
            return fixture.givenNoPriorActivity().when(place(content));
        }
    }

    @Nested
    class Importing {

        @Test
        void past_trade_is_complete_at_once() {
            fixture.givenNoPriorActivity()
                    .when(new ImportOrder(ORDER, past(), PastEnd.COMPLETED))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new OrderPlaced(ORDER, past()), confirmed(), completed());
        }

        @Test
        void importing_it_again_is_silent() {
            fixture.given(new OrderPlaced(ORDER, past()), confirmed(), completed())
                    .when(new ImportOrder(ORDER, past(), PastEnd.COMPLETED))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void past_trade_may_have_come_to_nothing() {
            fixture.givenNoPriorActivity()
                    .when(new ImportOrder(ORDER, past(), PastEnd.CALLED_OFF))
                    .expectEvents(
                            new OrderPlaced(ORDER, past()),
                            new OrderCancelled(ORDER, CancellationReason.REQUESTED, false));
            fixture.givenNoPriorActivity()
                    .when(new ImportOrder(ORDER, past(), PastEnd.NOT_PAID))
                    .expectEvents(
                            new OrderPlaced(ORDER, past()),
                            new OrderCancelled(ORDER, CancellationReason.NOT_PAID_IN_TIME, false));
            List<Sku> skus =
                    past().lines().stream().map(OrderLine::sku).distinct().toList();
            fixture.givenNoPriorActivity()
                    .when(new ImportOrder(ORDER, past(), PastEnd.OUT_OF_STOCK))
                    .expectEvents(new OrderPlaced(ORDER, past()), new OrderRejected(ORDER, "insufficient_stock", skus));
        }

        @Test
        void the_same_order_cannot_have_ended_otherwise() {
            assertRefused(
                    fixture.given(new OrderPlaced(ORDER, past()), confirmed(), completed())
                            .when(new ImportOrder(ORDER, past(), PastEnd.NOT_PAID)),
                    "id_taken");
        }

        @Test
        void what_is_not_past_or_sound_is_refused() {
            OrderContent today = content(PaymentMethod.EXTERNAL);
            assertRefused(
                    fixture.givenNoPriorActivity().when(new ImportOrder(ORDER, today, PastEnd.COMPLETED)), "not_past");
            assertRefused(
                    fixture.given(placed(PaymentMethod.EXTERNAL))
                            .when(new ImportOrder(ORDER, past(), PastEnd.COMPLETED)),
                    "id_taken");
        }

        private static OrderContent past() {
            return OrderFixtures.at(Instant.parse("2010-12-01T05:26:00Z"));
        }
    }

    @Nested
    class Awaiting_payment {

        @Test
        void a_placed_order_waits_for_its_money() {
            given(placed()).when(new AwaitPayment(ORDER, PAY_BY)).expectEvents(awaited());
        }

        @ParameterizedTest
        @MethodSource("duka.ordering.command.OrderTest#livesPastPlacing")
        void asking_again_is_silent_once_the_order_went_on(List<Object> life) {
            fixture.given(life)
                    .when(new AwaitPayment(ORDER, PAY_BY.plusSeconds(1)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Confirming {

        @Test
        void cash_on_delivery_is_confirmed_at_once() {
            given(placed(PaymentMethod.CASH_ON_DELIVERY))
                    .when(new ConfirmOrder(ORDER))
                    .expectResultMessagePayload(Confirmation.CONFIRMED)
                    .expectEvents(confirmed());
        }

        @Test
        void a_paid_order_is_confirmed() {
            given(placed(), awaited())
                    .when(new ConfirmOrder(ORDER))
                    .expectResultMessagePayload(Confirmation.CONFIRMED)
                    .expectEvents(confirmed());
        }

        @Test
        void money_may_come_before_the_order_says_that_it_waits() {
            given(placed())
                    .when(new ConfirmOrder(ORDER))
                    .expectResultMessagePayload(Confirmation.CONFIRMED)
                    .expectEvents(confirmed());
        }

        @ParameterizedTest
        @MethodSource("duka.ordering.command.OrderTest#livesPastConfirmation")
        void an_order_that_was_ever_confirmed_says_so_again(List<Object> life) {
            fixture.given(life)
                    .when(new ConfirmOrder(ORDER))
                    .expectResultMessagePayload(Confirmation.CONFIRMED)
                    .expectNoEvents();
        }

        @ParameterizedTest
        @MethodSource("duka.ordering.command.OrderTest#livesThatEndedUnconfirmed")
        void money_that_comes_after_the_end_goes_back(List<Object> life) {
            fixture.given(life)
                    .when(new ConfirmOrder(ORDER))
                    .expectResultMessagePayload(Confirmation.ENDED_BEFORE)
                    .expectNoEvents();
        }
    }

    @Nested
    class Rejecting {

        @Test
        void an_order_that_cannot_be_had_is_rejected() {
            given(placed())
                    .when(new RejectOrder(ORDER, "insufficient_stock", List.of(MUG)))
                    .expectEvents(rejected());
        }

        @ParameterizedTest
        @MethodSource({
            "duka.ordering.command.OrderTest#livesPastConfirmation",
            "duka.ordering.command.OrderTest#livesThatEndedUnconfirmed"
        })
        void an_order_that_ended_or_is_confirmed_is_not_rejected(List<Object> life) {
            fixture.given(life)
                    .when(new RejectOrder(ORDER, "insufficient_stock", List.of(MUG)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Cancelling {

        @ParameterizedTest
        @EnumSource
        void an_unpaid_order_is_cancelled(CancellationReason reason) {
            given(placed(), awaited())
                    .when(new CancelOrder(ORDER, reason))
                    .expectEvents(new OrderCancelled(ORDER, reason, false));
        }

        @Test
        void the_cancellation_of_a_paid_order_says_that_it_was_confirmed() {
            given(placed(), awaited(), confirmed())
                    .when(new CancelOrder(ORDER, CancellationReason.REQUESTED))
                    .expectEvents(cancelled(true));
        }

        @Test
        void a_paid_order_is_not_cancelled_because_nobody_paid() {
            given(placed(), awaited(), confirmed())
                    .when(new CancelOrder(ORDER, CancellationReason.NOT_PAID_IN_TIME))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void an_order_that_left_the_shop_cannot_be_cancelled() {
            assertRefused(
                    given(placed(), confirmed(), dispatched())
                            .when(new CancelOrder(ORDER, CancellationReason.REQUESTED)),
                    "order_already_shipped");
        }

        @Test
        void nobody_is_told_that_a_shipped_order_was_not_paid_in_time() {
            given(placed(), confirmed(), dispatched())
                    .when(new CancelOrder(ORDER, CancellationReason.NOT_PAID_IN_TIME))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @ParameterizedTest
        @MethodSource("duka.ordering.command.OrderTest#livesThatEnded")
        void an_order_that_ended_is_not_cancelled_again(List<Object> life) {
            fixture.given(life)
                    .when(new CancelOrder(ORDER, CancellationReason.REQUESTED))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Amending {

        @Test
        void the_address_changes_until_the_order_leaves() {
            given(placed(), confirmed())
                    .when(amend(null))
                    .expectEvents(new OrderAmended(ORDER, address("Otieno Ouma"), note(), 2));
        }

        @Test
        void an_edit_of_what_the_caller_read_is_taken() {
            given(placed(), new OrderAmended(ORDER, address(RECIPIENT), note(), 2))
                    .when(amend(2L))
                    .expectEvents(new OrderAmended(ORDER, address("Otieno Ouma"), note(), 3));
        }

        @Test
        void an_edit_of_what_somebody_else_edited_is_refused() {
            assertRefused(
                    given(placed(), new OrderAmended(ORDER, address(RECIPIENT), note(), 2))
                            .when(amend(1L)),
                    Rejection.VERSION_MISMATCH,
                    Map.of("version", 2L));
        }

        @Test
        void an_order_that_left_cannot_be_amended() {
            assertRefused(given(placed(), confirmed(), dispatched()).when(amend(null)), "order_already_shipped");
        }

        @ParameterizedTest
        @MethodSource("duka.ordering.command.OrderTest#livesThatEndedUnconfirmed")
        void an_order_that_ended_cannot_be_amended(List<Object> life) {
            assertRefused(fixture.given(life).when(amend(null)), "order_ended");
        }

        private AmendOrder amend(Long expectedVersion) {
            return new AmendOrder(ORDER, address("Otieno Ouma"), note(), expectedVersion);
        }

        private Personal note() {
            return Personal.of(PERSON, "Ring twice");
        }
    }

    @Nested
    class Dispatching_and_completing {

        @Test
        void a_confirmed_order_leaves() {
            given(placed(), confirmed()).when(new DispatchOrder(ORDER)).expectEvents(dispatched());
        }

        @Test
        void it_leaves_once() {
            given(placed(), confirmed(), dispatched())
                    .when(new DispatchOrder(ORDER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void a_completed_order_has_left() {
            given(placed(), confirmed(), completed())
                    .when(new DispatchOrder(ORDER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void an_unconfirmed_order_does_not_leave() {
            assertRefused(given(placed(), awaited()).when(new DispatchOrder(ORDER)), "order_not_confirmed");
        }

        @Test
        void the_parcel_loses_against_a_cancellation_that_came_first() {
            assertRefused(
                    given(placed(), confirmed(), cancelled(true)).when(new DispatchOrder(ORDER)),
                    "order_not_confirmed");
        }

        @Test
        void an_order_that_is_delivered_and_paid_is_complete() {
            given(placed(), confirmed(), dispatched())
                    .when(new CompleteOrder(ORDER))
                    .expectEvents(completed());
        }

        @ParameterizedTest
        @MethodSource({"duka.ordering.command.OrderTest#livesThatEnded", "duka.ordering.command.OrderTest#livesThatWait"
        })
        void an_order_that_is_not_confirmed_is_not_completed(List<Object> life) {
            fixture.given(life)
                    .when(new CompleteOrder(ORDER))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Test
    void its_snapshot_survives_and_says_nothing_about_the_person() {
        given(placed(), awaited(), confirmed())
                .when(new DispatchOrder(ORDER))
                .expectState(Snapshots::assertSurvivesSnapshot)
                .expectState(order -> assertThat(Snapshots.written(order))
                        .doesNotContain(RECIPIENT, "712345678", "example.com", "Moi Avenue", "Nairobi"));
    }

    static Stream<OrderContent> sumsThatDoNotAddUp() {
        OrderLine mug = line(MUG, 1, 350);
        OrderLine wrongLine = new OrderLine(MUG, mug.productId(), "Mug", null, 2, kes(350), kes(350));
        OrderLine dollars = new OrderLine(
                MUG,
                mug.productId(),
                "Mug",
                null,
                1,
                Money.ofMajor(350, new CurrencyCode("USD")),
                Money.ofMajor(350, new CurrencyCode("USD")));
        return Stream.of(
                content(List.of(mug), kes(351), kes(200), kes(551)),
                content(List.of(mug), kes(350), kes(200), kes(549)),
                content(List.of(wrongLine), kes(350), kes(0), kes(350)),
                content(List.of(dollars), kes(350), kes(0), kes(350)),
                content(List.of(line(MUG, 0, 350)), kes(0), kes(200), kes(200)),
                content(List.of(line(MUG, -1, 350)), kes(-350), kes(400), kes(50)),
                content(List.of(line(MUG, 1, -350)), kes(-350), kes(400), kes(50)),
                content(List.of(mug), kes(350), kes(-100), kes(250)));
    }

    static Stream<List<Object>> livesThatWait() {
        return Stream.of(List.of(placed()), List.of(placed(), awaited()));
    }

    static Stream<List<Object>> livesPastPlacing() {
        return Stream.concat(
                Stream.of(List.of(placed(), awaited())),
                Stream.concat(livesPastConfirmation(), livesThatEndedUnconfirmed()));
    }

    static Stream<List<Object>> livesPastConfirmation() {
        return Stream.of(
                List.of(placed(), confirmed()),
                List.of(placed(), awaited(), confirmed(), dispatched()),
                List.of(placed(), awaited(), confirmed(), dispatched(), completed()),
                List.of(placed(), awaited(), confirmed(), cancelled(true)));
    }

    static Stream<List<Object>> livesThatEndedUnconfirmed() {
        return Stream.of(List.of(placed(), rejected()), List.of(placed(), awaited(), cancelled(false)));
    }

    static Stream<List<Object>> livesThatEnded() {
        return Stream.concat(
                livesThatEndedUnconfirmed(),
                Stream.of(
                        List.of(placed(), confirmed(), cancelled(true)),
                        List.of(placed(), confirmed(), dispatched(), completed())));
    }

    private TestExecutor<Order> given(Object... events) {
        return fixture.given(events);
    }
}
