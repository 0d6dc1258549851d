package duka.review.query;

import duka.kernel.query.MissingRow;
import duka.review.api.ReviewContent;
import duka.review.api.ReviewEvent;
import duka.review.api.ReviewEvent.ReviewHidden;
import duka.review.api.ReviewEvent.ReviewRemoved;
import duka.review.api.ReviewEvent.ReviewRevised;
import duka.review.api.ReviewEvent.ReviewShown;
import duka.review.api.ReviewEvent.ReviewWritten;
import duka.review.api.ReviewView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a review's events make of it. */
final class ReviewFold {

    private ReviewFold() {}

    /**
     * @param before {@code null} before the first event, and after it was taken back
     * @return {@code null} once it was taken back
     */
    static @Nullable ReviewView apply(@Nullable ReviewView before, ReviewEvent event, Instant at) {
        return switch (event) {
            case ReviewWritten written ->
                new ReviewView(
                        written.reviewId(),
                        written.productId(),
                        written.authorId(),
                        written.content(),
                        written.verifiedPurchase(),
                        written.hidden(),
                        at,
                        at,
                        written.version());
            case ReviewRevised revised -> {
                ReviewView review = existing(before, event);
                yield changed(review, revised.content(), review.hidden(), event, at);
            }
            case ReviewHidden hidden -> moderated(existing(before, event), true, event);
            case ReviewShown shown -> moderated(existing(before, event), false, event);
            case ReviewRemoved removed -> {
                existing(before, event);
                yield null;
            }
        };
    }

    private static ReviewView existing(@Nullable ReviewView before, ReviewEvent event) {
        return MissingRow.unless(before, event.reviewId());
    }

    /** What staff do to it is no edit of its words. */
    private static ReviewView moderated(ReviewView review, boolean hidden, ReviewEvent event) {
        return changed(review, review.content(), hidden, event, review.updatedAt());
    }

    private static ReviewView changed(
            ReviewView review, ReviewContent content, boolean hidden, ReviewEvent event, Instant updatedAt) {
        return new ReviewView(
                review.id(),
                review.productId(),
                review.authorId(),
                content,
                review.verifiedPurchase(),
                hidden,
                review.createdAt(),
                updatedAt,
                event.version());
    }
}
