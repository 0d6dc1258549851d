package duka.wishlist.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.api.SequencedBy;

/** The life of a wish list. {@code version} counts its changes and starts at 1. */
public sealed interface WishlistEvent extends SequencedBy {

    WishlistId wishlistId();

    AccountId customerId();

    ProductId productId();

    long version();

    @Override
    default String sequencedBy() {
        return customerId().toString();
    }

    record WishAdded(WishlistId wishlistId, AccountId customerId, ProductId productId, long version)
            implements WishlistEvent {}

    record WishRemoved(WishlistId wishlistId, AccountId customerId, ProductId productId, long version)
            implements WishlistEvent {}
}
