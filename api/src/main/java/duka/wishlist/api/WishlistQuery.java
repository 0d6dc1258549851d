package duka.wishlist.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.api.PageRequest;
import java.time.Instant;
import java.util.List;

/** What may be asked about wish lists. What the shop's window no longer shows is left out of every answer. */
public sealed interface WishlistQuery {

    /** The newest first → {@link Wishes}. */
    record ListWishes(AccountId customerId, PageRequest page) implements WishlistQuery {}

    /** → {@link Wishes} of none or one. */
    record FindWish(AccountId customerId, ProductId productId) implements WishlistQuery {}

    record Wishes(long count, List<Wish> results) {}

    record Wish(ProductId productId, Instant addedAt) {}
}
