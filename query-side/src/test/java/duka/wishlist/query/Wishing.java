package duka.wishlist.query;

import duka.catalog.query.Catalogue;
import duka.identity.api.AccountId;
import duka.kernel.query.Story;
import duka.wishlist.api.WishlistEvent.WishAdded;
import duka.wishlist.api.WishlistEvent.WishRemoved;
import duka.wishlist.api.WishlistId;
import java.util.HashMap;
import java.util.Map;

/** Tells what customers wish for. */
public final class Wishing {

    private final Story story;
    private final Map<AccountId, Long> versions = new HashMap<>();

    public Wishing(Story story) {
        this.story = story;
    }

    public static AccountId customer(String name) {
        return new AccountId(Story.id("reader " + name));
    }

    public Wishing add(String name, String product) {
        AccountId customer = customer(name);
        WishlistId list = WishlistId.of(customer);
        story.tell(list, new WishAdded(list, customer, Catalogue.product(product), next(customer)));
        return this;
    }

    public Wishing remove(String name, String product) {
        AccountId customer = customer(name);
        WishlistId list = WishlistId.of(customer);
        story.tell(list, new WishRemoved(list, customer, Catalogue.product(product), next(customer)));
        return this;
    }

    private long next(AccountId customer) {
        return versions.merge(customer, 1L, Long::sum);
    }
}
