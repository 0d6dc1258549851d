package duka.review.command;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.review.api.ReviewCommand.WriteReview;
import duka.review.api.ReviewContent;
import duka.review.api.ReviewEvent.ReviewWritten;
import duka.review.api.ReviewId;
import java.util.UUID;

/** What Wanjiku thinks of a mug. */
final class ReviewFixtures {

    static final AccountId AUTHOR = new AccountId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0001L));
    static final ProductId PRODUCT = new ProductId(new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0002L));
    static final ReviewId REVIEW = ReviewId.of(AUTHOR, PRODUCT);

    private ReviewFixtures() {}

    static UUID submission(int n) {
        return new UUID(0x0193_0000_0001_7000L, 0x8000_0000_0000_0000L + n);
    }

    static ReviewContent content(int rating, String body) {
        return new ReviewContent(Personal.of(new PersonId(AUTHOR.value()), "Wanjiku K."), rating, "A mug", body);
    }

    static WriteReview write(int submission, ReviewContent content) {
        return new WriteReview(REVIEW, PRODUCT, AUTHOR, submission(submission), content, true);
    }

    static ReviewWritten written(int submission, ReviewContent content, boolean hidden, long version) {
        return new ReviewWritten(REVIEW, PRODUCT, AUTHOR, submission(submission), content, true, hidden, version);
    }
}
