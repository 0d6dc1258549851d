package duka.review.query;

import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.FindProducts;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.CatalogQuery.RatingFacet;
import duka.catalog.api.ProductView;
import duka.catalog.query.Catalogue;
import duka.kernel.api.PageRequest;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import duka.review.api.ReviewQuery.FindReview;
import duka.review.api.ReviewQuery.ListReviews;
import duka.review.api.ReviewQuery.Reviews;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewQueriesTest {

    private static final PageRequest FIRST = new PageRequest(1, 20);

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();
    private final Catalogue catalogue = new Catalogue(story);
    private final Opinions opinions = new Opinions(story);
    private int heard;

    @BeforeEach
    void threeThings() {
        catalogue.offer("Mug", 450, null, 10).offer("Jug", 900, null, 10).offer("Rug", 9_000, null, 10);
        hear();
    }

    @Test
    void what_is_said_is_shown_the_newest_or_the_best_first() {
        opinions.say("Mug", "Asha", 2, "Leaks").say("Mug", "Juma", 5, "Good").say("Jug", "Asha", 4, "Big");
        hear();
        assertThat(bodies("Mug", null)).containsExactly("Good", "Leaks");
        assertThat(bodies("Mug", "created_at")).containsExactly("Leaks", "Good");
        assertThat(bodies("Mug", "rating")).containsExactly("Leaks", "Good");
        assertThat(bodies(null, "-rating")).containsExactly("Good", "Big", "Leaks");
        assertThat(ask(new ListReviews(Catalogue.product("Mug"), null, false, null, new PageRequest(2, 1)))
                        .results())
                .extracting(review -> review.content().body())
                .containsExactly("Leaks");
        opinions.say("Mug", "Asha", 3, "Leaks a little").remove("Mug", "Juma");
        hear();
        assertThat(bodies("Mug", null)).containsExactly("Leaks a little");
    }

    @Test
    void a_hidden_one_is_seen_by_its_author_and_by_staff() {
        opinions.say("Mug", "Asha", 1, "Rude").hide("Mug", "Asha").say("Mug", "Juma", 5, "Good");
        hear();
        assertThat(bodies("Mug", null)).containsExactly("Good");
        var mug = Catalogue.product("Mug");
        assertThat(ask(new ListReviews(mug, Opinions.reader("Juma"), false, null, FIRST))
                        .count())
                .isEqualTo(1);
        assertThat(ask(new ListReviews(mug, Opinions.reader("Asha"), false, null, FIRST))
                        .count())
                .isEqualTo(2);
        assertThat(ask(new ListReviews(mug, null, true, null, FIRST)).count()).isEqualTo(2);
        assertThat(ask(new FindReview(Opinions.review("Mug", "Asha"))).results())
                .allMatch(review -> review.hidden() && review.version() == 2);
    }

    @Test
    void a_product_shows_what_its_reviews_come_to() {
        opinions.say("Mug", "Asha", 4, "Good").say("Mug", "Juma", 5, "Good").say("Mug", "Otis", 5, "Good");
        hear();
        assertRated("Mug", "4.7", 3);
        opinions.hide("Mug", "Asha");
        hear();
        assertRated("Mug", "5.0", 2);
        opinions.say("Mug", "Asha", 1, "Bad");
        hear();
        assertRated("Mug", "5.0", 2);
        opinions.show("Mug", "Asha").say("Mug", "Juma", 3, "Fair").remove("Mug", "Otis");
        hear();
        assertRated("Mug", "2.0", 2);
        opinions.remove("Mug", "Asha").remove("Mug", "Juma");
        hear();
        assertThat(product("Mug").ratingAverage()).isNull();
        assertThat(product("Mug").ratingCount()).isZero();
    }

    @Test
    void a_review_moves_what_a_product_shows_and_not_its_version() {
        ProductView before = product("Mug");
        opinions.say("Mug", "Asha", 4, "Good");
        hear();
        assertThat(product("Mug").version()).isEqualTo(before.version());
        assertThat(product("Mug").representation()).isGreaterThan(before.representation());
    }

    @Test
    void products_are_found_counted_and_ordered_by_their_rating() {
        assertThat(rated(4, null).count()).isZero();
        opinions.say("Mug", "Asha", 4, "Good").say("Jug", "Asha", 2, "Bad");
        hear();
        assertThat(names(rated(4, null))).containsExactly("Mug");
        assertThat(names(rated(null, "-rating"))).containsExactly("Mug", "Jug", "Rug");
        assertThat(names(rated(null, "rating"))).containsExactly("Rug", "Jug", "Mug");
        assertThat(rated(null, null).facets().ratings())
                .contains(new RatingFacet(5, 0), new RatingFacet(4, 1), new RatingFacet(2, 2));
        opinions.say("Jug", "Asha", 5, "Better");
        hear();
        assertThat(names(rated(4, "-rating"))).containsExactly("Jug", "Mug");
    }

    @Test
    void an_average_is_found_as_it_is_shown() {
        for (int n = 0; n < 24; n++) {
            opinions.say("Mug", "Fan " + n, 4, "Good");
        }
        opinions.say("Mug", "Asha", 3, "Fair");
        hear();
        assertRated("Mug", "4.0", 25);
        assertThat(names(rated(4, null))).containsExactly("Mug");
    }

    private void assertRated(String name, String average, int count) {
        assertThat(product(name).ratingAverage()).isEqualByComparingTo(average);
        assertThat(product(name).ratingCount()).isEqualTo(count);
    }

    private ProductView product(String name) {
        return shop.ask(new FindProduct(Catalogue.product(name).toString()), Products.class)
                .results()
                .getFirst();
    }

    private Products rated(Integer least, String ordering) {
        return shop.ask(
                new FindProducts(null, null, null, null, false, least, ordering, true, false, FIRST), Products.class);
    }

    private static List<String> names(Products products) {
        return products.results().stream()
                .map(product -> product.content().name())
                .toList();
    }

    private List<String> bodies(String product, String ordering) {
        var of = product == null ? null : Catalogue.product(product);
        return ask(new ListReviews(of, null, false, ordering, FIRST)).results().stream()
                .map(review -> review.content().body())
                .toList();
    }

    private Reviews ask(Object query) {
        return shop.ask(query, Reviews.class);
    }

    private void hear() {
        shop.hear(story.since(heard), 128);
        heard = story.size();
        assertThat(shop.failed()).isEmpty();
    }
}
