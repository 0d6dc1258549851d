package duka.review.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import java.time.Instant;

/** A review as its events tell it. */
public record ReviewView(
        ReviewId id,
        ProductId productId,
        AccountId authorId,
        ReviewContent content,
        boolean verifiedPurchase,
        boolean hidden,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
