package duka.review.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.api.SequencedBy;
import java.util.UUID;

/** The life of a review. {@code version} counts its edits, goes on when it is written again, and starts at 1. */
public sealed interface ReviewEvent extends SequencedBy {

    ReviewId reviewId();

    ProductId productId();

    long version();

    @Override
    default String sequencedBy() {
        return productId().toString();
    }

    /**
     * @param verifiedPurchase whether its author had bought the product by then
     * @param hidden true when an earlier one was hidden, which its author cannot undo by writing anew
     */
    record ReviewWritten(
            ReviewId reviewId,
            ProductId productId,
            AccountId authorId,
            UUID submissionId,
            ReviewContent content,
            boolean verifiedPurchase,
            boolean hidden,
            long version)
            implements ReviewEvent {}

    record ReviewRevised(ReviewId reviewId, ProductId productId, ReviewContent content, long version)
            implements ReviewEvent {}

    record ReviewHidden(ReviewId reviewId, ProductId productId, long version) implements ReviewEvent {}

    /** Staff changed their mind about a hidden one. */
    record ReviewShown(ReviewId reviewId, ProductId productId, long version) implements ReviewEvent {}

    record ReviewRemoved(ReviewId reviewId, ProductId productId, long version) implements ReviewEvent {}
}
