package duka.wishlist.api;

import duka.identity.api.AccountId;
import duka.kernel.Id;
import duka.kernel.Uuids;
import java.util.UUID;

/** One wish list. A customer has exactly one, whose id follows from theirs. */
public record WishlistId(UUID value) implements Id {

    public static WishlistId of(AccountId customer) {
        return new WishlistId(Uuids.derive(customer.value(), "wishlist"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
