package duka.wishlist.web;

import duka.identity.api.AccountId;
import duka.kernel.web.PersonalExport;
import duka.kernel.web.Queries;
import duka.wishlist.api.WishlistQuery.ListWishes;
import duka.wishlist.api.WishlistQuery.Wishes;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person wishes for. */
@Component
class ExportedWishes implements PersonalExport {

    record WishedFor(String productId, Instant addedAt) {}

    private final Queries queries;

    ExportedWishes(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String section() {
        return "wishlist";
    }

    @Override
    public List<?> of(AccountId person) {
        return PersonalExport.all(page -> queries.ask(new ListWishes(person, page), Wishes.class).results().stream()
                .map(wish -> new WishedFor(wish.productId().toString(), wish.addedAt()))
                .toList());
    }
}
