package duka.wishlist.query;

import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.api.CatalogQuery.FindProductsById;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductId;
import duka.catalog.query.Catalogue;
import duka.kernel.api.PageRequest;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import duka.wishlist.api.WishlistQuery.FindWish;
import duka.wishlist.api.WishlistQuery.ListWishes;
import duka.wishlist.api.WishlistQuery.Wish;
import duka.wishlist.api.WishlistQuery.Wishes;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishlistQueriesTest {

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();
    private final Catalogue catalogue = new Catalogue(story);
    private final Wishing wishes = new Wishing(story);

    @Test
    void wishes_are_shown_to_their_owner_the_newest_first() {
        catalogue.offer("Mug", 450, null, 10).offer("Jug", 900, null, 10).offer("Rug", 9_000, null, 10);
        wishes.add("Asha", "Mug")
                .add("Asha", "Jug")
                .add("Asha", "Rug")
                .remove("Asha", "Jug")
                .add("Juma", "Jug");
        shop.hear(story);
        assertThat(products(list("Asha", 1, 20))).containsExactly(Catalogue.product("Rug"), Catalogue.product("Mug"));
        assertThat(list("Asha", 1, 20).count()).isEqualTo(2);
        assertThat(products(list("Asha", 2, 1))).containsExactly(Catalogue.product("Mug"));
        assertThat(products(list("Juma", 1, 20))).containsExactly(Catalogue.product("Jug"));
        assertThat(find("Asha", "Mug").count()).isEqualTo(1);
        assertThat(find("Asha", "Jug").count()).isZero();
    }

    @Test
    void what_the_shop_no_longer_shows_is_left_out() {
        catalogue.offer("Mug", 450, null, 10).offer("Jug", 900, null, 10);
        catalogue.say("Jug", Catalogue.content("Jug", "Off", 900, null, false, Catalogue.sku("Jug")));
        wishes.add("Asha", "Mug").add("Asha", "Jug");
        shop.hear(story);
        assertThat(products(list("Asha", 1, 20))).containsExactly(Catalogue.product("Mug"));
        int heard = story.size();
        catalogue.archive("Mug");
        shop.hear(story.since(heard), 128);
        assertThat(list("Asha", 1, 20).count()).isZero();
        assertThat(find("Asha", "Mug").count()).isZero();
    }

    @Test
    void a_wish_that_came_back_is_new() {
        catalogue.offer("Mug", 450, null, 10).offer("Jug", 900, null, 10);
        wishes.add("Asha", "Mug").add("Asha", "Jug").remove("Asha", "Mug").add("Asha", "Mug");
        shop.hear(story);
        assertThat(products(list("Asha", 1, 20))).containsExactly(Catalogue.product("Mug"), Catalogue.product("Jug"));
    }

    @Test
    void products_are_found_in_the_order_that_was_asked_for() {
        catalogue.offer("Mug", 450, null, 10).offer("Jug", 900, null, 10);
        shop.hear(story);
        var ids = List.of(Catalogue.product("Jug"), Catalogue.product("None"), Catalogue.product("Mug"));
        assertThat(shop.ask(new FindProductsById(ids), Products.class).results())
                .extracting(product -> product.content().name())
                .containsExactly("Jug", "Mug");
    }

    private Wishes list(String customer, int page, int size) {
        return shop.ask(new ListWishes(Wishing.customer(customer), new PageRequest(page, size)), Wishes.class);
    }

    private Wishes find(String customer, String product) {
        return shop.ask(new FindWish(Wishing.customer(customer), Catalogue.product(product)), Wishes.class);
    }

    private static List<ProductId> products(Wishes wishes) {
        return wishes.results().stream().map(Wish::productId).toList();
    }
}
