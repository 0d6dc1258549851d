package duka.review.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.api.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about reviews. */
public sealed interface ReviewQuery {

    /**
     * → {@link Reviews}.
     *
     * @param productId of one product, or {@code null} for all
     * @param reader who asks, and so sees their own hidden one, or {@code null} for a stranger
     * @param hiddenToo for staff
     * @param ordering one of {@code created_at, rating}, each also with {@code -}; {@code null} for the newest first
     */
    record ListReviews(
            @Nullable ProductId productId,
            @Nullable AccountId reader,
            boolean hiddenToo,
            @Nullable String ordering,
            PageRequest page)
            implements ReviewQuery {}

    /** Everything that one person wrote, hidden or not, the newest first → {@link Reviews}. */
    record ListReviewsOf(AccountId authorId, PageRequest page) implements ReviewQuery {}

    /** Hidden or not → {@link Reviews} of none or one. */
    record FindReview(ReviewId reviewId) implements ReviewQuery {}

    record Reviews(long count, List<ReviewView> results) {}
}
