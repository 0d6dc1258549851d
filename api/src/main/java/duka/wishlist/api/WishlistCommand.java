package duka.wishlist.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What may be asked of a wish list. Repeats are silent. */
public sealed interface WishlistCommand {

    WishlistId wishlistId();

    /** Refused with {@code wishlist_full} (with {@code max}) when there are too many wishes. */
    record AddWish(@TargetAggregateIdentifier WishlistId wishlistId, AccountId customerId, ProductId productId)
            implements WishlistCommand {}

    record RemoveWish(@TargetAggregateIdentifier WishlistId wishlistId, ProductId productId)
            implements WishlistCommand {}
}
