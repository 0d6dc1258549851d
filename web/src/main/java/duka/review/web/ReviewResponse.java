package duka.review.web;

import duka.review.api.ReviewView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is read.
 *
 * @param author {@code null} once the person was erased
 */
record ReviewResponse(
        String id,
        String productId,
        @Nullable String author,
        int rating,
        @Nullable String title,
        String body,
        boolean verifiedPurchase,
        boolean isHidden,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ReviewResponse of(ReviewView review) {
        return new ReviewResponse(
                review.id().toString(),
                review.productId().toString(),
                review.content().author().reveal().orElse(null),
                review.content().rating(),
                review.content().title(),
                review.content().body(),
                review.verifiedPurchase(),
                review.hidden(),
                review.createdAt(),
                review.updatedAt(),
                review.version());
    }
}
