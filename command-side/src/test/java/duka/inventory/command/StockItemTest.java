package duka.inventory.command;

import static duka.inventory.command.StockFixtures.MUG;
import static duka.inventory.command.StockFixtures.OTHER_PRODUCT;
import static duka.inventory.command.StockFixtures.PRODUCT;
import static duka.inventory.command.StockFixtures.SHELF;
import static duka.inventory.command.StockFixtures.adjust;
import static duka.inventory.command.StockFixtures.adjusted;
import static duka.inventory.command.StockFixtures.commit;
import static duka.inventory.command.StockFixtures.committed;
import static duka.inventory.command.StockFixtures.level;
import static duka.inventory.command.StockFixtures.open;
import static duka.inventory.command.StockFixtures.opened;
import static duka.inventory.command.StockFixtures.release;
import static duka.inventory.command.StockFixtures.released;
import static duka.inventory.command.StockFixtures.reserve;
import static duka.inventory.command.StockFixtures.reserved;
import static duka.inventory.command.StockFixtures.restock;
import static duka.inventory.command.StockFixtures.restocked;
import static duka.inventory.command.StockFixtures.retired;
import static duka.kernel.command.Refusals.assertRefused;

import duka.inventory.api.ReservationAnswer;
import duka.inventory.api.ReservationAnswer.Refused;
import duka.inventory.api.ReservationAnswer.Reserved;
import duka.inventory.api.StockCommand;
import duka.inventory.api.StockCommand.OpenStockItem;
import duka.inventory.api.StockCommand.RetireStockItem;
import duka.inventory.api.StockCommand.SetLowStockThreshold;
import duka.inventory.api.StockEvent.LowStockThresholdSet;
import duka.inventory.api.StockEvent.StockItemOpened;
import duka.kernel.Rejection;
import duka.kernel.command.Snapshots;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockItemTest {

    private final FixtureConfiguration<StockItem> fixture = new AggregateTestFixture<>(StockItem.class);

    @Nested
    class Opening {

        @Test
        void a_sku_is_counted_from_what_is_on_the_shelf() {
            fixture.givenNoPriorActivity().when(open(7)).expectEvents(opened(7));
        }

        @Test
        void opening_it_again_is_silent_whatever_was_sold_since() {
            assertSilent(given(opened(7), reserved(1, 2, level(7, 2)), committed(1, 2, level(5, 0)))
                    .when(open(7)));
        }

        @Test
        void a_shelf_is_not_opened_with_fewer_than_nothing() {
            assertRefused(fixture.givenNoPriorActivity().when(open(-1)), "stock_below_zero");
        }

        @Test
        void a_free_shelf_is_given_to_another_product() {
            given(opened(7))
                    .when(new OpenStockItem(SHELF, MUG, OTHER_PRODUCT, 3))
                    .expectEvents(new StockItemOpened(MUG, OTHER_PRODUCT, level(3, 0), 5));
        }

        @Test
        void a_shelf_that_orders_hold_is_not_given_to_another_product() {
            assertRefused(
                    given(opened(7), reserved(1, 2, level(7, 2))).when(new OpenStockItem(SHELF, MUG, OTHER_PRODUCT, 3)),
                    "variant_in_use",
                    Map.of("reserved", 2));
        }

        @Test
        void a_retired_shelf_is_opened_again() {
            given(opened(7), retired(level(7, 0))).when(open(4)).expectEvents(opened(4));
        }
    }

    @Nested
    class Reserving {

        @ParameterizedTest
        @ValueSource(ints = {1, 6, 7})
        void what_is_available_is_held(int quantity) {
            given(opened(7))
                    .when(reserve(1, quantity))
                    .expectResultMessagePayload(new Reserved(quantity))
                    .expectEvents(reserved(1, quantity, level(7, quantity)));
        }

        @Test
        void more_than_is_available_is_refused() {
            assertAnswers(given(opened(7), reserved(1, 3, level(7, 3))).when(reserve(2, 5)), new Refused(4));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1})
        void less_than_a_piece_is_refused(int quantity) {
            assertAnswers(given(opened(7)).when(reserve(1, quantity)), new Refused(7));
        }

        @Test
        void asking_again_holds_no_more() {
            assertAnswers(given(opened(7), reserved(1, 5, level(7, 5))).when(reserve(1, 5)), new Reserved(5));
        }

        @Test
        void a_reservation_that_was_released_is_not_held_again() {
            assertAnswers(
                    given(opened(7), reserved(1, 5, level(7, 5)), released(1, 5, level(7, 0)))
                            .when(reserve(1, 5)),
                    new Refused(7));
        }

        @Test
        void a_reservation_that_was_sold_is_not_held_again() {
            assertAnswers(
                    given(opened(7), reserved(1, 5, level(7, 5)), committed(1, 5, level(2, 0)))
                            .when(reserve(1, 2)),
                    new Refused(2));
        }

        @Test
        void nothing_of_a_retired_sku_can_be_had() {
            assertAnswers(given(opened(7), retired(level(7, 0))).when(reserve(1, 1)), new Refused(0));
        }

        @Test
        void nothing_of_a_sku_that_nobody_counts_can_be_had() {
            assertAnswers(fixture.givenNoPriorActivity().when(reserve(1, 1)), new Refused(0));
        }
    }

    @Nested
    class Ending {

        @Test
        void held_pieces_are_sold() {
            given(opened(7), reserved(1, 5, level(7, 5))).when(commit(1)).expectEvents(committed(1, 5, level(2, 0)));
        }

        @Test
        void held_pieces_are_free_again() {
            given(opened(7), reserved(1, 5, level(7, 5))).when(release(1)).expectEvents(released(1, 5, level(7, 0)));
        }

        @Test
        void one_order_ends_no_other_orders_reservation() {
            given(opened(7), reserved(1, 5, level(7, 5)), reserved(2, 1, level(7, 6)))
                    .when(commit(2))
                    .expectEvents(committed(2, 1, level(6, 5)));
        }

        @ParameterizedTest
        @MethodSource("duka.inventory.command.StockItemTest#endings")
        void a_sold_reservation_does_not_end_again(StockCommand ending) {
            assertSilent(given(opened(7), reserved(1, 5, level(7, 5)), committed(1, 5, level(2, 0)))
                    .when(ending));
        }

        @ParameterizedTest
        @MethodSource("duka.inventory.command.StockItemTest#endings")
        void a_released_reservation_does_not_end_again(StockCommand ending) {
            assertSilent(given(opened(7), reserved(1, 5, level(7, 5)), released(1, 5, level(7, 0)))
                    .when(ending));
        }

        @ParameterizedTest
        @MethodSource("duka.inventory.command.StockItemTest#endings")
        void a_reservation_that_nobody_made_does_not_end(StockCommand ending) {
            assertSilent(given(opened(7)).when(ending));
        }

        @ParameterizedTest
        @MethodSource("duka.inventory.command.StockItemTest#endings")
        void nothing_ends_at_a_sku_that_nobody_counts(StockCommand ending) {
            assertSilent(fixture.givenNoPriorActivity().when(ending));
        }
    }

    @Nested
    class Restocking {

        @Test
        void sold_pieces_come_back() {
            given(opened(7), reserved(1, 5, level(7, 5)), committed(1, 5, level(2, 0)))
                    .when(restock(1, 5))
                    .expectEvents(restocked(1, 5, level(7, 0)));
        }

        @Test
        void they_come_back_once() {
            assertSilent(given(
                            opened(7),
                            reserved(1, 5, level(7, 5)),
                            committed(1, 5, level(2, 0)),
                            restocked(1, 5, level(7, 0)))
                    .when(restock(1, 5)));
        }

        @Test
        void they_come_back_however_many_orders_ended_since() {
            given(manySoldAfterTheFirst(RecentIds.KEPT)).when(restock(1, 1)).expectEvents(restocked(1, 1, level(1, 0)));
        }

        @Test
        void what_is_still_held_was_not_sold() {
            assertSilent(given(opened(7), reserved(1, 5, level(7, 5))).when(restock(1, 5)));
        }

        @Test
        void nothing_comes_back_to_a_shelf_that_nobody_counts() {
            assertSilent(fixture.givenNoPriorActivity().when(restock(1, 5)));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1})
        void nothing_is_taken_by_bringing_back(int quantity) {
            assertSilent(given(opened(7)).when(restock(1, quantity)));
        }

        @Test
        void they_come_back_to_a_retired_sku_but_are_not_for_sale() {
            given(opened(7), reserved(1, 5, level(7, 5)), committed(1, 5, level(2, 0)), retired(level(2, 0)))
                    .when(restock(1, 5))
                    .expectEvents(restocked(1, 5, level(7, 0)));
        }
    }

    @Nested
    class Adjusting {

        @Test
        void a_count_corrects_what_is_on_hand() {
            given(opened(7)).when(adjust(1, -3)).expectEvents(adjusted(1, -3, level(4, 0)));
        }

        @Test
        void the_same_count_corrects_once() {
            assertSilent(given(opened(7), adjusted(1, -3, level(4, 0))).when(adjust(1, -3)));
        }

        @Test
        void all_that_nobody_holds_may_be_taken() {
            given(opened(7), reserved(1, 5, level(7, 5)))
                    .when(adjust(1, -2))
                    .expectEvents(adjusted(1, -2, level(5, 5)));
        }

        @Test
        void what_orders_hold_may_not_be_taken() {
            assertRefused(
                    given(opened(7), reserved(1, 5, level(7, 5))).when(adjust(1, -3)),
                    "stock_below_zero",
                    Map.of("on_hand", 7, "reserved", 5));
        }

        @Test
        void a_shelf_ends_somewhere() {
            assertRefused(given(opened(7)).when(adjust(1, Integer.MAX_VALUE)), "quantity_out_of_range");
        }

        @Test
        void a_retired_sku_is_not_corrected() {
            assertRefused(given(opened(7), retired(level(7, 0))).when(adjust(1, 1)), Rejection.NOT_FOUND);
        }
    }

    @Nested
    class Setting_the_threshold {

        @Test
        void few_may_be_more_or_less() {
            given(opened(7))
                    .when(new SetLowStockThreshold(SHELF, 0, 1L))
                    .expectEvents(new LowStockThresholdSet(MUG, PRODUCT, 0, 2, level(7, 0)));
        }

        @Test
        void setting_what_is_set_is_silent() {
            assertSilent(given(opened(7)).when(new SetLowStockThreshold(SHELF, 5, null)));
        }

        @Test
        void it_is_not_negative() {
            assertRefused(given(opened(7)).when(new SetLowStockThreshold(SHELF, -1, null)), "threshold_invalid");
        }

        @Test
        void an_edit_of_what_somebody_else_edited_is_refused() {
            assertRefused(
                    given(opened(7), new LowStockThresholdSet(MUG, PRODUCT, 9, 2, level(7, 0)))
                            .when(new SetLowStockThreshold(SHELF, 3, 1L)),
                    Rejection.VERSION_MISMATCH);
        }

        @Test
        void sales_do_not_move_its_version() {
            given(opened(7), reserved(1, 5, level(7, 5)), committed(1, 5, level(2, 0)))
                    .when(new SetLowStockThreshold(SHELF, 3, 1L))
                    .expectEvents(new LowStockThresholdSet(MUG, PRODUCT, 3, 2, level(2, 0)));
        }

        @Test
        void a_retired_sku_has_none() {
            assertRefused(
                    given(opened(7), retired(level(7, 0))).when(new SetLowStockThreshold(SHELF, 3, null)),
                    Rejection.NOT_FOUND);
        }
    }

    @Nested
    class Retiring {

        @Test
        void a_sku_that_nobody_holds_is_taken_off_sale() {
            given(opened(7)).when(new RetireStockItem(SHELF)).expectEvents(retired(level(7, 0)));
        }

        @Test
        void a_sku_that_an_order_holds_stays() {
            assertRefused(
                    given(opened(7), reserved(1, 5, level(7, 5))).when(new RetireStockItem(SHELF)),
                    "variant_in_use",
                    Map.of("reserved", 5));
        }

        @Test
        void it_is_taken_once() {
            assertSilent(given(opened(7), retired(level(7, 0))).when(new RetireStockItem(SHELF)));
        }

        @Test
        void a_sku_that_nobody_counts_is_not_for_sale_anyway() {
            assertSilent(fixture.givenNoPriorActivity().when(new RetireStockItem(SHELF)));
        }
    }

    @Nested
    class Remembering {

        @Test
        void a_reservation_is_known_as_ended_for_the_last_thousand() {
            assertAnswers(
                    given(manySoldAfterTheFirst(RecentIds.KEPT - 1))
                            .andGiven(adjusted(1, 1, level(1, 0)))
                            .when(reserve(1, 1)),
                    new Refused(1));
        }

        @Test
        void an_older_one_is_held_anew() {
            given(manySoldAfterTheFirst(RecentIds.KEPT))
                    .andGiven(adjusted(1, 1, level(1, 0)))
                    .when(reserve(1, 1))
                    .expectEvents(reserved(1, 1, level(1, 1)));
        }

        @Test
        void its_snapshot_survives() {
            given(
                            opened(9),
                            reserved(1, 2, level(9, 2)),
                            reserved(2, 3, level(9, 5)),
                            committed(2, 3, level(6, 2)),
                            restocked(2, 1, level(7, 2)),
                            adjusted(1, 4, level(11, 2)))
                    .when(new SetLowStockThreshold(SHELF, 3, null))
                    .expectState(Snapshots::assertSurvivesSnapshot);
        }
    }

    static Stream<StockCommand> endings() {
        return Stream.of(commit(1), release(1));
    }

    /** The first order and as many others after it have bought a piece each, out of a shelf that is empty by then. */
    private static Object[] manySoldAfterTheFirst(int others) {
        List<Object> life = new ArrayList<>();
        int left = others + 1;
        life.add(opened(left));
        for (int order = 1; order <= others + 1; order++) {
            life.add(reserved(order, 1, level(left, 1)));
            left--;
            life.add(committed(order, 1, level(left, 0)));
        }
        return life.toArray();
    }

    private TestExecutor<StockItem> given(Object... events) {
        return fixture.given(events);
    }

    private static void assertSilent(ResultValidator<StockItem> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void assertAnswers(ResultValidator<StockItem> result, ReservationAnswer answer) {
        result.expectResultMessagePayload(answer).expectNoEvents();
    }
}
