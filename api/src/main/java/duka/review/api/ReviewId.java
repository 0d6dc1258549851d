package duka.review.api;

import duka.catalog.api.ProductId;
import duka.identity.api.AccountId;
import duka.kernel.Id;
import duka.kernel.Uuids;
import java.util.UUID;

/** One person's review of one product: there is no second, since its id follows from both. */
public record ReviewId(UUID value) implements Id {

    public static ReviewId of(AccountId author, ProductId product) {
        return new ReviewId(Uuids.derive(author.value(), "review:" + product));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
