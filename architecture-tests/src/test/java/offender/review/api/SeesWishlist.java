package offender.review.api;

import offender.wishlist.api.SeesReview;

/** The other half of the circle. */
public record SeesWishlist(SeesReview other) {}
