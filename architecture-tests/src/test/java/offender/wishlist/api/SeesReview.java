package offender.wishlist.api;

import offender.review.api.SeesWishlist;

/** One half of a circle. */
public record SeesReview(SeesWishlist other) {}
