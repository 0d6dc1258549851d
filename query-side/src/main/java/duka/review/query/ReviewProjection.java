package duka.review.query;

import duka.identity.api.PersonEvent.PersonErased;
import duka.review.api.ReviewEvent;
import duka.review.api.ReviewId;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps the reviews: beside the catalogue, since both write into the row of a product. */
@Component
@ProcessingGroup("read.catalogue")
class ReviewProjection {

    private final ReviewRows reviews;
    private final ProductRatings ratings;

    ReviewProjection(ReviewRows reviews, ProductRatings ratings) {
        this.reviews = reviews;
        this.ratings = ratings;
    }

    @EventHandler
    void on(ReviewEvent event, @Timestamp Instant at) {
        var batch = reviews.batch();
        ReviewRow before = batch.find(event.reviewId()).orElse(new ReviewRow(event.reviewId(), null));
        ReviewRow after = new ReviewRow(event.reviewId(), ReviewFold.apply(before.view(), event, at));
        batch.put(event.reviewId(), after);
        ratings.change(event.productId(), before, after);
    }

    /** The words stay; whose they are reads as absent now, and is written so. */
    @EventHandler
    void on(PersonErased erased) {
        var batch = reviews.batch();
        for (ReviewId review : reviews.writtenBy(erased.personId())) {
            batch.find(review).ifPresent(row -> batch.put(review, row));
        }
    }
}
