package duka.cart.api;

import duka.identity.api.AccountId;
import duka.kernel.Id;
import duka.kernel.Uuids;
import java.util.UUID;

/** One cart. A customer has exactly one, whose id follows from theirs. */
public record CartId(UUID value) implements Id {

    public static CartId of(AccountId customer) {
        return new CartId(Uuids.derive(customer.value(), "cart"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
