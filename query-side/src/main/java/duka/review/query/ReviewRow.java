package duka.review.query;

import duka.review.api.ReviewId;
import duka.review.api.ReviewView;
import org.jspecify.annotations.Nullable;

/**
 * The row of a review that is there, or that is gone.
 *
 * @param view {@code null} when it was taken back
 */
record ReviewRow(ReviewId id, @Nullable ReviewView view) {

    /** What it adds to its product's ratings: nothing while nobody sees it. */
    int rating() {
        return counts() == 0 || view == null ? 0 : view.content().rating();
    }

    int counts() {
        return view == null || view.hidden() ? 0 : 1;
    }
}
