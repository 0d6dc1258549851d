package duka.review.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What may be asked of a review. A rating beyond 1 to 5 is refused with {@code rating_out_of_range}. */
public sealed interface ReviewCommand {

    ReviewId reviewId();

    /**
     * Refused with {@code already_reviewed} (with {@code review_id}) while there is one.
     *
     * @param submissionId the same for a repeat, which is silent
     * @param verifiedPurchase whether its author has bought the product
     */
    record WriteReview(
            @TargetAggregateIdentifier ReviewId reviewId,
            ProductId productId,
            AccountId authorId,
            UUID submissionId,
            ReviewContent content,
            boolean verifiedPurchase)
            implements ReviewCommand {}

    record ReviseReview(
            @TargetAggregateIdentifier ReviewId reviewId,
            ReviewContent content,
            @Nullable Long expectedVersion) implements ReviewCommand {}

    /** @param hidden whether others than its author and staff may no longer see it */
    record ModerateReview(
            @TargetAggregateIdentifier ReviewId reviewId,
            boolean hidden,
            @Nullable Long expectedVersion) implements ReviewCommand {}

    /** Its author takes it back; silent when that was done before. */
    record RemoveReview(
            @TargetAggregateIdentifier ReviewId reviewId,
            @Nullable Long expectedVersion) implements ReviewCommand {}
}
