package duka.ordering.web;

import duka.cart.api.CartId;
import duka.identity.api.AccountId;
import duka.identity.api.Caller;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Uuids;
import org.jspecify.annotations.Nullable;

/**
 * Who orders.
 *
 * @param account {@code null} for a guest
 * @param person under whose key what is personal is sealed; a guest's is minted for this one order
 * @param cart what they order
 */
record Buyer(@Nullable AccountId account, PersonId person, CartId cart) {

    static Buyer of(Caller caller) {
        return new Buyer(caller.accountId(), caller.personId(), CartId.of(caller.accountId()));
    }

    /** The same person again when the same order is asked for again. */
    static Buyer guest(CartId cart, OrderId order) {
        return new Buyer(null, new PersonId(Uuids.derive(order.value(), "guest")), cart);
    }
}
