package duka.shipping.command;

import static duka.kernel.command.Refusals.assertRefused;
import static duka.shipping.api.ShipmentStatus.CANCELLED;
import static duka.shipping.api.ShipmentStatus.DELIVERED;
import static duka.shipping.api.ShipmentStatus.IN_TRANSIT;
import static duka.shipping.api.ShipmentStatus.RETURNED;
import static duka.shipping.api.ShipmentStatus.SHIPPED;
import static duka.shipping.command.ShipmentFixtures.MUGS;
import static duka.shipping.command.ShipmentFixtures.NOON;
import static duka.shipping.command.ShipmentFixtures.ORDER;
import static duka.shipping.command.ShipmentFixtures.PARCEL;
import static duka.shipping.command.ShipmentFixtures.SECOND;
import static duka.shipping.command.ShipmentFixtures.advance;
import static duka.shipping.command.ShipmentFixtures.advanced;
import static duka.shipping.command.ShipmentFixtures.assigned;
import static duka.shipping.command.ShipmentFixtures.create;
import static duka.shipping.command.ShipmentFixtures.created;
import static duka.shipping.command.ShipmentFixtures.life;
import static duka.shipping.command.ShipmentFixtures.mugs;
import static duka.shipping.command.ShipmentFixtures.split;
import static duka.shipping.command.ShipmentFixtures.takeOut;

import duka.kernel.Rejection;
import duka.kernel.Sku;
import duka.kernel.command.Snapshots;
import duka.shipping.api.ShipmentCommand.AssignCarrier;
import duka.shipping.api.ShipmentCommand.CancelShipment;
import duka.shipping.api.ShipmentCommand.FillShipment;
import duka.shipping.api.ShipmentCommand.Given;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentEvent.ShipmentAdvanced;
import duka.shipping.api.ShipmentEvent.ShipmentCreated;
import duka.shipping.api.ShipmentEvent.ShipmentFilled;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

class ShipmentTest {

    private final FixtureConfiguration<Shipment> fixture = new AggregateTestFixture<>(Shipment.class);

    @Nested
    class Creating {

        @Test
        void a_parcel_is_packed() {
            fixture.givenNoPriorActivity().when(create(MUGS)).expectEvents(created());
        }

        @Test
        void packing_it_again_is_silent_wherever_it_is() {
            assertSilent(fixture.given(life(DELIVERED)).when(create(MUGS)));
        }

        @Test
        void another_parcel_cannot_take_its_id() {
            assertRefused(given(created()).when(create(List.of(new ShipmentItem(new Sku("MUG-1"), 3)))), "id_taken");
        }

        @Test
        void an_empty_parcel_is_not_packed() {
            assertRefused(fixture.givenNoPriorActivity().when(create(List.of())), "shipment_empty");
        }

        @Test
        void no_pieces_of_a_sku_are_not_packed() {
            assertRefused(
                    fixture.givenNoPriorActivity().when(create(List.of(new ShipmentItem(new Sku("MUG-1"), 0)))),
                    "quantity_out_of_range");
        }
    }

    @Nested
    class Splitting {

        @Test
        void some_of_it_goes_into_a_parcel_of_its_own() {
            given(created()).when(takeOut(1)).expectEvents(split(1, mugs(1), 2));
        }

        @Test
        void doing_so_again_is_silent_wherever_the_rest_is() {
            assertSilent(
                    given(created(), split(1, mugs(1), 2), advanced(SHIPPED, 3)).when(takeOut(1)));
        }

        @Test
        void it_gives_to_the_same_parcel_once() {
            given(created(), split(1, mugs(1), 2))
                    .when(takeOut(2))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Given(mugs(1)));
        }

        @Test
        void it_gives_what_it_has() {
            SplitShipment third = new SplitShipment(PARCEL, ShipmentId.of(ORDER, 3), mugs(2), NOON);
            given(created(), split(1, mugs(1), 2)).when(third).expectResultMessagePayload(new Given(mugs(1)));
            given(created())
                    .when(takeOut(3))
                    .expectEvents(
                            split(2, List.of(), 2),
                            new ShipmentAdvanced(PARCEL, ORDER, CANCELLED, null, null, NOON, false, List.of(), 3))
                    .expectResultMessagePayload(new Given(mugs(2)));
        }

        @Test
        void who_wants_nothing_learns_what_was_given() {
            SplitShipment question = new SplitShipment(PARCEL, SECOND, List.of(), NOON);
            given(created()).when(question).expectNoEvents().expectResultMessagePayload(new Given(List.of()));
            given(created(), split(1, mugs(1), 2), advanced(SHIPPED, 3))
                    .when(question)
                    .expectNoEvents()
                    .expectResultMessagePayload(new Given(mugs(1)));
        }

        @Test
        void a_parcel_that_nothing_is_left_in_is_called_off() {
            given(created())
                    .when(takeOut(2))
                    .expectEvents(
                            split(2, List.of(), 2),
                            new ShipmentAdvanced(PARCEL, ORDER, CANCELLED, null, null, NOON, false, List.of(), 3));
        }

        @Test
        void what_was_called_off_can_be_packed_anew() {
            fixture.given(life(CANCELLED)).when(takeOut(2)).expectEvents(split(2, List.of(), 3));
        }

        @ParameterizedTest
        @EnumSource(
                value = ShipmentStatus.class,
                names = {"SHIPPED", "IN_TRANSIT", "DELIVERED", "RETURNED"})
        void what_has_left_stays_together(ShipmentStatus status) {
            fixture.given(life(status))
                    .when(takeOut(1))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Given(List.of()));
        }

        @Test
        void what_comes_back_is_what_was_still_in_it() {
            given(created(), split(1, mugs(1), 2), advanced(SHIPPED, 3))
                    .when(advance(RETURNED, null, null, true, null))
                    .expectEvents(new ShipmentAdvanced(PARCEL, ORDER, RETURNED, null, null, NOON, true, mugs(1), 4));
        }
    }

    @Nested
    class Filling {

        private static final ShipmentId THIRD = ShipmentId.of(ORDER, 3);

        @Test
        void a_parcel_begins_with_what_the_first_one_gives() {
            fixture.givenNoPriorActivity()
                    .when(fill(SECOND, 1))
                    .expectEvents(new ShipmentCreated(PARCEL, ORDER, null, mugs(1), 1), filled(SECOND, 1, 1, 2));
        }

        @Test
        void another_adds_to_it() {
            given(new ShipmentCreated(PARCEL, ORDER, null, mugs(1), 1), filled(SECOND, 1, 1, 2))
                    .when(fill(THIRD, 2))
                    .expectEvents(filled(THIRD, 2, 3, 3));
        }

        @Test
        void what_came_out_of_a_parcel_is_put_in_once() {
            Object[] life = {
                new ShipmentCreated(PARCEL, ORDER, null, mugs(1), 1),
                filled(SECOND, 1, 1, 2),
                filled(THIRD, 1, 2, 3),
                advanced(SHIPPED, 4)
            };
            assertSilent(given(life).when(fill(SECOND, 1)));
            assertSilent(given(life).when(fill(THIRD, 1)));
        }

        @Test
        void a_parcel_that_was_made_whole_has_all_that_was_given() {
            assertSilent(given(created()).when(fill(SECOND, 2)));
        }

        @Test
        void it_gives_away_what_it_was_given() {
            given(new ShipmentCreated(PARCEL, ORDER, null, mugs(1), 1), filled(SECOND, 1, 1, 2), filled(THIRD, 1, 2, 3))
                    .when(new SplitShipment(PARCEL, ShipmentId.of(ORDER, 4), mugs(2), NOON))
                    .expectResultMessagePayload(new Given(mugs(2)));
        }

        @Test
        void its_snapshot_survives() {
            given(new ShipmentCreated(PARCEL, ORDER, null, mugs(1), 1), filled(SECOND, 1, 1, 2))
                    .when(fill(THIRD, 1))
                    .expectState(Snapshots::assertSurvivesSnapshot);
        }

        private static FillShipment fill(ShipmentId from, int mugs) {
            return new FillShipment(PARCEL, ORDER, null, from, mugs(mugs));
        }

        private static ShipmentFilled filled(ShipmentId from, int added, int all, long version) {
            return new ShipmentFilled(PARCEL, ORDER, from, mugs(added), mugs(all), version);
        }
    }

    @Nested
    class Assigning_a_carrier {

        @Test
        void somebody_carries_it() {
            given(created())
                    .when(new AssignCarrier(PARCEL, "Sendy", "S-1", 1L))
                    .expectEvents(assigned("Sendy", "S-1", 2));
        }

        @Test
        void naming_the_same_again_is_silent() {
            assertSilent(given(created(), assigned("Sendy", "S-1", 2))
                    .when(new AssignCarrier(PARCEL, "Sendy", "S-1", null)));
        }

        @Test
        void another_tracking_number_is_news() {
            given(created(), assigned("Sendy", "S-1", 2))
                    .when(new AssignCarrier(PARCEL, "Sendy", "S-2", null))
                    .expectEvents(assigned("Sendy", "S-2", 3));
        }

        @Test
        void an_edit_of_what_somebody_else_edited_is_refused() {
            assertRefused(
                    given(created(), assigned("Sendy", "S-1", 2)).when(new AssignCarrier(PARCEL, "G4S", "G-1", 1L)),
                    Rejection.VERSION_MISMATCH,
                    Map.of("version", 2L));
        }
    }

    @Nested
    class Advancing {

        @ParameterizedTest
        @MethodSource("duka.shipping.command.ShipmentTest#steps")
        void a_parcel_goes_its_way(ShipmentStatus from, ShipmentStatus to) {
            List<Object> life = life(from);
            fixture.given(life).when(advance(to)).expectEvents(advanced(to, life.size() + 1));
        }

        @ParameterizedTest
        @MethodSource("duka.shipping.command.ShipmentTest#missteps")
        void a_parcel_goes_no_other_way(ShipmentStatus from, ShipmentStatus to) {
            assertRefused(
                    fixture.given(life(from)).when(advance(to)),
                    "illegal_transition",
                    Map.of("from", spelt(from), "to", spelt(to)));
        }

        @Test
        void it_says_where_it_is() {
            given(created(), advanced(SHIPPED, 2))
                    .when(advance(IN_TRANSIT, "Nakuru", "On the lorry", false, 2L))
                    .expectEvents(advanced(IN_TRANSIT, "Nakuru", "On the lorry", false, 3));
        }

        @ParameterizedTest
        @EnumSource
        void saying_that_it_is_where_it_is_is_silent(ShipmentStatus status) {
            assertSilent(fixture.given(life(status)).when(advance(status)));
        }

        @ParameterizedTest
        @EnumSource
        void a_note_about_where_it_is_is_kept(ShipmentStatus status) {
            List<Object> life = life(status);
            fixture.given(life)
                    .when(advance(status, null, "Nobody at home", false, null))
                    .expectEvents(advanced(status, null, "Nobody at home", false, life.size() + 1));
        }

        @Test
        void the_next_town_is_news() {
            given(created(), advanced(SHIPPED, 2), advanced(IN_TRANSIT, "Nakuru", null, false, 3))
                    .when(advance(IN_TRANSIT, "Eldoret", null, false, null))
                    .expectEvents(advanced(IN_TRANSIT, "Eldoret", null, false, 4));
        }

        @Test
        void the_same_news_is_told_once() {
            assertSilent(given(created(), advanced(SHIPPED, 2), advanced(IN_TRANSIT, "Nakuru", null, false, 3))
                    .when(advance(IN_TRANSIT, "Nakuru", null, false, null)));
        }

        @Test
        void an_edit_of_what_somebody_else_edited_is_refused() {
            assertRefused(
                    given(created(), assigned("Sendy", "S-1", 2)).when(advance(SHIPPED, null, null, false, 1L)),
                    Rejection.VERSION_MISMATCH);
        }
    }

    @Nested
    class Returning {

        @Test
        void what_came_back_may_be_sold_again() {
            given(created(), advanced(SHIPPED, 2))
                    .when(advance(RETURNED, null, null, true, null))
                    .expectEvents(advanced(RETURNED, null, null, true, 3));
        }

        @Test
        void whether_it_can_be_sold_again_may_be_seen_later() {
            given(created(), advanced(SHIPPED, 2), advanced(RETURNED, 3))
                    .when(advance(RETURNED, null, null, true, null))
                    .expectEvents(advanced(RETURNED, null, null, true, 4));
        }

        @Test
        void it_comes_back_to_the_shelf_once() {
            given(created(), advanced(SHIPPED, 2), advanced(RETURNED, null, null, true, 3))
                    .when(advance(RETURNED, null, "Like new", true, null))
                    .expectEvents(advanced(RETURNED, null, "Like new", false, 4));
        }

        @Test
        void what_has_not_come_back_is_not_sold_again() {
            given(created(), advanced(SHIPPED, 2))
                    .when(advance(DELIVERED, null, null, true, null))
                    .expectEvents(advanced(DELIVERED, 3));
        }
    }

    @Nested
    class Cancelling {

        @Test
        void a_parcel_that_has_not_left_is_unpacked() {
            given(created()).when(new CancelShipment(PARCEL, NOON)).expectEvents(advanced(CANCELLED, 2));
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PREPARING")
        void a_parcel_that_left_or_was_unpacked_is_left_alone(ShipmentStatus status) {
            assertSilent(fixture.given(life(status)).when(new CancelShipment(PARCEL, NOON)));
        }
    }

    @Test
    void its_snapshot_survives() {
        given(created(), assigned("Sendy", "S-1", 2))
                .when(advance(SHIPPED, "Nairobi", "On the lorry", false, null))
                .expectState(Snapshots::assertSurvivesSnapshot);
    }

    static Stream<Object[]> steps() {
        return pairs().filter(pair -> ((ShipmentStatus) pair[0]).canBecome((ShipmentStatus) pair[1]));
    }

    static Stream<Object[]> missteps() {
        return pairs().filter(
                        pair -> pair[0] != pair[1] && !((ShipmentStatus) pair[0]).canBecome((ShipmentStatus) pair[1]));
    }

    private static Stream<Object[]> pairs() {
        return Arrays.stream(ShipmentStatus.values())
                .flatMap(from -> Arrays.stream(ShipmentStatus.values()).map(to -> new Object[] {from, to}));
    }

    private static String spelt(ShipmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private TestExecutor<Shipment> given(Object... events) {
        return fixture.given(events);
    }

    private static void assertSilent(ResultValidator<Shipment> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
