package duka.review.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.catalog.api.ProductId;
import duka.kernel.Rejection;
import duka.kernel.command.ExpectedVersion;
import duka.review.api.ReviewCommand.ModerateReview;
import duka.review.api.ReviewCommand.RemoveReview;
import duka.review.api.ReviewCommand.ReviseReview;
import duka.review.api.ReviewCommand.WriteReview;
import duka.review.api.ReviewContent;
import duka.review.api.ReviewEvent.ReviewHidden;
import duka.review.api.ReviewEvent.ReviewRemoved;
import duka.review.api.ReviewEvent.ReviewRevised;
import duka.review.api.ReviewEvent.ReviewShown;
import duka.review.api.ReviewEvent.ReviewWritten;
import duka.review.api.ReviewId;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What one person thinks of one product. Taken back, it may be written again; hidden, it stays so. */
@Aggregate(type = "review.Review", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Review {

    private static final int BEST = 5;

    @AggregateIdentifier
    private ReviewId id;

    private ProductId productId;
    private UUID submissionId;

    /** {@code null} once it was taken back. */
    private @Nullable ReviewContent content;

    private boolean hidden;
    private long version;

    @SuppressWarnings("NullAway.Init")
    Review() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WriteReview command) {
        if (command.submissionId().equals(submissionId)) {
            return;
        }
        if (content != null) {
            throw new Rejection(
                    "already_reviewed",
                    "You have reviewed this product already.",
                    Map.of("review_id", command.reviewId().toString()));
        }
        refuseUnlessInRange(command.content());
        apply(new ReviewWritten(
                command.reviewId(),
                command.productId(),
                command.authorId(),
                command.submissionId(),
                command.content(),
                command.verifiedPurchase(),
                hidden,
                version + 1));
    }

    @EventSourcingHandler
    void evolve(ReviewWritten event) {
        id = event.reviewId();
        productId = event.productId();
        submissionId = event.submissionId();
        content = event.content();
        version = event.version();
    }

    @CommandHandler
    void decide(ReviseReview command) {
        ReviewContent before = existing();
        ExpectedVersion.require(command.expectedVersion(), version);
        refuseUnlessInRange(command.content());
        if (!before.saysTheSameAs(command.content())) {
            apply(new ReviewRevised(id, productId, command.content(), version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(ReviewRevised event) {
        content = event.content();
        version = event.version();
    }

    @CommandHandler
    void decide(ModerateReview command) {
        existing();
        ExpectedVersion.require(command.expectedVersion(), version);
        if (command.hidden() != hidden) {
            apply(
                    command.hidden()
                            ? new ReviewHidden(id, productId, version + 1)
                            : new ReviewShown(id, productId, version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(ReviewHidden event) {
        hidden = true;
        version = event.version();
    }

    @EventSourcingHandler
    void evolve(ReviewShown event) {
        hidden = false;
        version = event.version();
    }

    @CommandHandler
    void decide(RemoveReview command) {
        if (content != null) {
            ExpectedVersion.require(command.expectedVersion(), version);
            apply(new ReviewRemoved(id, productId, version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(ReviewRemoved event) {
        content = null;
        version = event.version();
    }

    private ReviewContent existing() {
        if (content == null) {
            throw Rejection.notFound("review");
        }
        return content;
    }

    private static void refuseUnlessInRange(ReviewContent content) {
        if (content.rating() < 1 || content.rating() > BEST) {
            throw new Rejection(
                    "rating_out_of_range", "A rating is a number from 1 to 5.", Map.of("min", 1, "max", BEST));
        }
    }
}
