package duka.catalog.command;

import static duka.catalog.command.CategoryFixtures.HOME;
import static duka.catalog.command.CategoryFixtures.KITCHEN;
import static duka.catalog.command.CategoryFixtures.category;
import static duka.catalog.command.CategoryFixtures.create;
import static duka.catalog.command.CategoryFixtures.created;
import static duka.catalog.command.CategoryFixtures.deleted;
import static duka.catalog.command.CategoryFixtures.revise;
import static duka.catalog.command.CategoryFixtures.revised;
import static duka.kernel.command.Refusals.assertRefused;

import duka.catalog.api.CategoryCommand.DeleteCategory;
import duka.kernel.Rejection;
import duka.kernel.command.Snapshots;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CategoryTest {

    private final FixtureConfiguration<Category> fixture = new AggregateTestFixture<>(Category.class);

    @Nested
    class Creating {

        @Test
        void a_category_is_hung_up() {
            fixture.givenNoPriorActivity().when(create("Kitchen", HOME)).expectEvents(created());
        }

        @Test
        void creating_it_again_is_silent_whatever_became_of_it() {
            assertSilent(
                    given(created(), revised("Cooking", null, 2), deleted(3)).when(create("Kitchen", HOME)));
        }

        @Test
        void another_category_cannot_take_its_id() {
            assertRefused(given(created()).when(create("Garden", HOME)), "id_taken");
        }

        @Test
        void it_is_not_its_own_parent() {
            assertRefused(fixture.givenNoPriorActivity().when(create("Kitchen", KITCHEN)), "category_cycle");
        }
    }

    @Nested
    class Revising {

        @Test
        void it_may_be_renamed_and_hung_elsewhere() {
            given(created())
                    .when(revise("Cooking", 1L, List.of(category(3), category(4))))
                    .expectEvents(revised("Cooking", category(3), 2));
        }

        @Test
        void it_may_become_a_root() {
            given(created()).when(revise("Kitchen", null, List.of())).expectEvents(revised("Kitchen", null, 2));
        }

        @Test
        void changing_nothing_is_silent() {
            assertSilent(given(created()).when(revise("Kitchen", null, List.of(HOME))));
        }

        @Test
        void it_is_not_its_own_parent() {
            assertRefused(given(created()).when(revise("Kitchen", null, List.of(KITCHEN))), "category_cycle");
        }

        @Test
        void it_does_not_hang_below_what_hangs_below_it() {
            assertRefused(
                    given(created()).when(revise("Kitchen", null, List.of(category(3), KITCHEN, HOME))),
                    "category_cycle");
        }

        @Test
        void an_edit_of_what_somebody_else_edited_is_refused() {
            assertRefused(
                    given(created(), revised("Cooking", HOME, 2)).when(revise("Pots", 1L, List.of(HOME))),
                    Rejection.VERSION_MISMATCH,
                    Map.of("version", 2L));
        }

        @Test
        void a_deleted_category_is_gone() {
            assertRefused(
                    given(created(), deleted(2)).when(revise("Cooking", null, List.of(HOME))), Rejection.NOT_FOUND);
        }
    }

    @Nested
    class Deleting {

        @Test
        void an_empty_category_is_taken_down() {
            given(created()).when(new DeleteCategory(KITCHEN, 0, 1L)).expectEvents(deleted(2));
        }

        @Test
        void a_category_with_something_in_it_stays() {
            assertRefused(
                    given(created()).when(new DeleteCategory(KITCHEN, 3, null)),
                    "category_not_empty",
                    Map.of("content", 3));
        }

        @Test
        void it_is_taken_down_once() {
            assertSilent(given(created(), deleted(2)).when(new DeleteCategory(KITCHEN, 0, null)));
        }

        @Test
        void what_somebody_else_edited_is_not_taken_down_unseen() {
            assertRefused(
                    given(created(), revised("Cooking", HOME, 2)).when(new DeleteCategory(KITCHEN, 0, 1L)),
                    Rejection.VERSION_MISMATCH);
        }
    }

    @Test
    void its_snapshot_survives() {
        given(created()).when(revise("Cooking", null, List.of())).expectState(Snapshots::assertSurvivesSnapshot);
    }

    private TestExecutor<Category> given(Object... events) {
        return fixture.given(events);
    }

    private static void assertSilent(ResultValidator<Category> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
