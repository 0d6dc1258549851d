package offender.cart.command;

import offender.wishlist.command.Wishes;

/** Breaks: across features only api is visible. */
public final class KnowsAnotherFeature {

    int count(Wishes wishes) {
        return wishes.count();
    }
}
