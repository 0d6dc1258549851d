package duka.review.command;

import static duka.kernel.command.Refusals.assertRefused;
import static duka.review.command.ReviewFixtures.AUTHOR;
import static duka.review.command.ReviewFixtures.PRODUCT;
import static duka.review.command.ReviewFixtures.REVIEW;
import static duka.review.command.ReviewFixtures.content;
import static duka.review.command.ReviewFixtures.write;
import static duka.review.command.ReviewFixtures.written;
import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.Rejection;
import duka.kernel.command.Snapshots;
import duka.review.api.ReviewCommand.ModerateReview;
import duka.review.api.ReviewCommand.RemoveReview;
import duka.review.api.ReviewCommand.ReviseReview;
import duka.review.api.ReviewContent;
import duka.review.api.ReviewEvent.ReviewHidden;
import duka.review.api.ReviewEvent.ReviewRemoved;
import duka.review.api.ReviewEvent.ReviewRevised;
import duka.review.api.ReviewEvent.ReviewShown;
import duka.review.api.ReviewId;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest {

    private static final ReviewContent GOOD = content(5, "Holds tea.");
    private static final ReviewContent BAD = content(1, "It broke.");

    private final FixtureConfiguration<Review> fixture = new AggregateTestFixture<>(Review.class);

    @Nested
    class Writing {

        @Test
        void somebody_says_what_they_think() {
            fixture.givenNoPriorActivity().when(write(1, GOOD)).expectEvents(written(1, GOOD, false, 1));
        }

        @Test
        void the_same_submission_again_is_silent() {
            assertSilent(given(written(1, GOOD, false, 1)).when(write(1, GOOD)));
        }

        @Test
        void a_second_review_of_the_same_product_is_refused() {
            assertRefused(
                    given(written(1, GOOD, false, 1)).when(write(2, GOOD)),
                    "already_reviewed",
                    Map.of("review_id", REVIEW.toString()));
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 6, Integer.MAX_VALUE})
        void a_rating_is_one_to_five(int rating) {
            assertRefused(fixture.givenNoPriorActivity().when(write(1, content(rating, "?"))), "rating_out_of_range");
        }

        @Test
        void one_that_was_taken_back_may_be_written_again() {
            given(written(1, GOOD, false, 1), removed(2)).when(write(2, BAD)).expectEvents(written(2, BAD, false, 3));
        }

        @Test
        void one_that_was_hidden_stays_hidden_when_it_is_written_again() {
            given(written(1, BAD, false, 1), hidden(2), removed(3))
                    .when(write(2, BAD))
                    .expectEvents(written(2, BAD, true, 4));
        }

        @Test
        void each_person_has_one_per_product() {
            AccountId another = new AccountId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0009L));
            ProductId jug = new ProductId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0008L));
            assertThat(ReviewId.of(AUTHOR, PRODUCT)).isEqualTo(REVIEW);
            assertThat(ReviewId.of(another, PRODUCT)).isNotEqualTo(REVIEW);
            assertThat(ReviewId.of(AUTHOR, jug)).isNotEqualTo(REVIEW);
        }
    }

    @Nested
    class Revising {

        @Test
        void its_author_thinks_otherwise() {
            given(written(1, GOOD, false, 1))
                    .when(new ReviseReview(REVIEW, BAD, 1L))
                    .expectEvents(new ReviewRevised(REVIEW, PRODUCT, BAD, 2));
        }

        @Test
        void saying_the_same_is_silent() {
            assertSilent(given(written(1, GOOD, false, 1)).when(new ReviseReview(REVIEW, GOOD, 1L)));
        }

        @Test
        void a_stale_edit_is_refused() {
            assertRefused(
                    given(written(1, GOOD, false, 1), hidden(2)).when(new ReviseReview(REVIEW, BAD, 1L)),
                    Rejection.VERSION_MISMATCH);
        }

        @Test
        void a_rating_is_one_to_five() {
            assertRefused(
                    given(written(1, GOOD, false, 1)).when(new ReviseReview(REVIEW, content(6, "?"), null)),
                    "rating_out_of_range");
        }

        @Test
        void one_that_was_taken_back_cannot_be_revised() {
            assertRefused(
                    given(written(1, GOOD, false, 1), removed(2)).when(new ReviseReview(REVIEW, BAD, null)),
                    Rejection.NOT_FOUND);
        }
    }

    @Nested
    class Moderating {

        @Test
        void staff_hide_it() {
            given(written(1, BAD, false, 1))
                    .when(new ModerateReview(REVIEW, true, 1L))
                    .expectEvents(hidden(2));
        }

        @Test
        void staff_show_it_again() {
            given(written(1, BAD, false, 1), hidden(2))
                    .when(new ModerateReview(REVIEW, false, null))
                    .expectEvents(new ReviewShown(REVIEW, PRODUCT, 3));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void doing_it_again_is_silent(boolean hide) {
            assertSilent(given(
                            hide
                                    ? new Object[] {written(1, BAD, false, 1), hidden(2)}
                                    : new Object[] {written(1, BAD, false, 1)})
                    .when(new ModerateReview(REVIEW, hide, null)));
        }

        @Test
        void a_stale_decision_is_refused() {
            assertRefused(
                    given(written(1, BAD, false, 1)).when(new ModerateReview(REVIEW, true, 4L)),
                    Rejection.VERSION_MISMATCH);
        }

        @Test
        void one_that_was_taken_back_cannot_be_hidden() {
            assertRefused(
                    given(written(1, BAD, false, 1), removed(2)).when(new ModerateReview(REVIEW, true, null)),
                    Rejection.NOT_FOUND);
        }
    }

    @Nested
    class Removing {

        @Test
        void its_author_takes_it_back() {
            given(written(1, GOOD, false, 1)).when(new RemoveReview(REVIEW, 1L)).expectEvents(removed(2));
        }

        @Test
        void taking_it_back_again_is_silent() {
            assertSilent(given(written(1, GOOD, false, 1), removed(2)).when(new RemoveReview(REVIEW, 1L)));
        }

        @Test
        void a_stale_removal_is_refused() {
            assertRefused(
                    given(written(1, GOOD, false, 1)).when(new RemoveReview(REVIEW, 7L)), Rejection.VERSION_MISMATCH);
        }
    }

    @Test
    void its_snapshot_survives() {
        given(written(1, GOOD, false, 1))
                .when(new ModerateReview(REVIEW, true, null))
                .expectState(Snapshots::assertSurvivesSnapshot);
    }

    private TestExecutor<Review> given(Object... events) {
        return fixture.given(events);
    }

    private static ReviewHidden hidden(long version) {
        return new ReviewHidden(REVIEW, PRODUCT, version);
    }

    private static ReviewRemoved removed(long version) {
        return new ReviewRemoved(REVIEW, PRODUCT, version);
    }

    private static void assertSilent(ResultValidator<Review> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
