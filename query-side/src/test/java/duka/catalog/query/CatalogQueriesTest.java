package duka.catalog.query;

import static duka.catalog.query.Catalogue.content;
import static duka.catalog.query.Catalogue.product;
import static duka.catalog.query.Catalogue.sku;
import static duka.kernel.query.Story.shillings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.catalog.api.CatalogQuery.Categories;
import duka.catalog.api.CatalogQuery.FindCategory;
import duka.catalog.api.CatalogQuery.FindCategoryPath;
import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.FindProducts;
import duka.catalog.api.CatalogQuery.FindProductsBySku;
import duka.catalog.api.CatalogQuery.Link;
import duka.catalog.api.CatalogQuery.ListCategories;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.CatalogQuery.Suggest;
import duka.catalog.api.CatalogQuery.Suggestions;
import duka.catalog.api.CategoryView;
import duka.catalog.api.ProductView;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.api.PageRequest;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogQueriesTest {

    private static final PageRequest FIRST = new PageRequest(1, 20);
    private static final OrderId ORDER = new OrderId(Story.id("order"));

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();
    private final Catalogue catalogue = new Catalogue(story);
    private int heard;

    @BeforeEach
    void aSmallShop() {
        catalogue.shelf("Home", null).shelf("Kitchen", "Home").shelf("Phones", null);
        catalogue.offer("Enamel mug", 450, "Kitchen", 10);
        catalogue.offer("Kiondo basket", 2500, "Home", 3);
        catalogue.offer("Samsung Galaxy A15", 24_999, "Phones", 0);
        catalogue.offer("Phone cover", 300, "Phones", 50);
        hear();
    }

    @Test
    void without_a_question_all_that_is_offered_is_shown_the_most_sold_first() {
        assertThat(names(query())).hasSize(4);
        catalogue.sell("Kiondo basket", sku("Kiondo basket"), ORDER, 2);
        catalogue.sell("Phone cover", sku("Phone cover"), ORDER, 5);
        hear();
        await().untilAsserted(() -> assertThat(names(query())).startsWith("Phone cover", "Kiondo basket"));
        catalogue.takeBack("Phone cover", sku("Phone cover"), ORDER, 5);
        hear();
        await().untilAsserted(() -> assertThat(names(query())).startsWith("Kiondo basket"));
    }

    @Test
    void words_are_found_in_names_before_descriptions_and_in_any_form() {
        catalogue.say("Desk", content("Desk", "Has room for mugs", 9000, "Home", true, sku("Desk")));
        hear();
        assertThat(names(search("mugs"))).containsExactly("Enamel mug", "Desk");
        assertThat(names(search("ENAMEL"))).containsExactly("Enamel mug");
        assertThat(names(search("Enamel-mug"))).containsExactly("Enamel mug");
        assertThat(names(search("basket -kiondo"))).isEmpty();
    }

    @Test
    void typing_errors_are_forgiven_when_nothing_has_the_words() {
        assertThat(names(search("samsng"))).containsExactly("Samsung Galaxy A15");
        assertThat(names(search("samsung galxy"))).startsWith("Samsung Galaxy A15");
        assertThat(names(search("kiodno"))).containsExactly("Kiondo basket");
        assertThat(names(search("enamle mgu"))).startsWith("Enamel mug");
        assertThat(names(search("kion"))).containsExactly("Kiondo basket");
        assertThat(names(search("xylophone quartet"))).doesNotContain("Enamel mug");
        assertThat(names(search("...\0 ' -- %"))).isEmpty();
    }

    @Test
    void words_that_a_filter_leaves_out_are_not_taken_for_typing_errors() {
        catalogue.offer("Bug net", 300, "Home", 3);
        hear();
        assertThat(names(filtered("mug", null, null, shillings(400), false))).isEmpty();
    }

    @Test
    void a_category_holds_what_is_below_it() {
        assertThat(names(filtered(null, "home", null, null, false)))
                .containsExactlyInAnyOrder("Enamel mug", "Kiondo basket");
        assertThat(names(filtered(null, Catalogue.category("Kitchen").toString(), null, null, false)))
                .containsExactly("Enamel mug");
        assertThat(names(filtered(null, "no-such", null, null, false))).isEmpty();
    }

    @Test
    void prices_and_stock_narrow_the_window() {
        assertThat(names(filtered(null, null, shillings(450), shillings(2500), false)))
                .containsExactlyInAnyOrder("Enamel mug", "Kiondo basket");
        assertThat(names(filtered(null, "phones", null, null, true))).containsExactly("Phone cover");
        catalogue.adjust("Samsung Galaxy A15", sku("Samsung Galaxy A15"), 1, "found");
        hear();
        assertThat(names(filtered(null, "phones", null, null, true))).hasSize(2);
    }

    @Test
    void every_ordering_runs_both_ways() {
        for (String field : List.of("price", "name", "created_at", "rating", "popularity")) {
            List<String> up = names(ordered(field));
            assertThat(names(ordered("-" + field))).as(field).isEqualTo(up.reversed());
        }
        assertThat(names(ordered("price"))).startsWith("Phone cover").endsWith("Samsung Galaxy A15");
        assertThat(names(ordered("name"))).startsWith("Enamel mug").endsWith("Samsung Galaxy A15");
        assertThat(names(ordered("-created_at"))).startsWith("Phone cover").endsWith("Enamel mug");
    }

    @Test
    void facets_count_what_was_found() {
        Products found = ask(
                new FindProducts(null, "phones", null, null, false, null, null, true, false, new PageRequest(1, 1)));
        assertThat(found.count()).isEqualTo(2);
        assertThat(found.results()).hasSize(1);
        assertThat(found.facets().categories()).singleElement().satisfies(category -> {
            assertThat(category.slug()).isEqualTo("phones");
            assertThat(category.count()).isEqualTo(2);
        });
        assertThat(found.facets().minPrice()).isEqualTo(shillings(300));
        assertThat(found.facets().maxPrice()).isEqualTo(shillings(24_999));
        assertThat(found.facets().ratings())
                .hasSize(5)
                .allSatisfy(rating -> assertThat(rating.count()).isZero());
        assertThat(ask(query(true, FIRST)).facets().categories()).hasSize(3);
    }

    @Test
    void a_product_shows_its_stock_at_once() {
        assertThat(find("enamel-mug").stock()).singleElement().satisfies(stock -> {
            assertThat(stock.available()).isEqualTo(10);
            assertThat(stock.low()).isFalse();
        });
        long before = find("enamel-mug").representation();
        catalogue.reserve("Enamel mug", sku("Enamel mug"), ORDER, 6);
        hear();
        ProductView after = find("enamel-mug");
        assertThat(after.availableOf(sku("Enamel mug"))).isEqualTo(4);
        assertThat(after.stock().getFirst().low()).isTrue();
        assertThat(after.representation()).isGreaterThan(before);
        assertThat(after.version()).isEqualTo(1);
        catalogue.threshold("Enamel mug", sku("Enamel mug"), 3);
        hear();
        assertThat(find("enamel-mug").stock().getFirst().low()).isFalse();
    }

    @Test
    void a_renamed_category_shows_in_its_products() {
        assertThat(find("enamel-mug").category().name()).isEqualTo("Kitchen");
        catalogue.shelf("Kitchen", "Cooking", "cooking", "Home");
        hear();
        assertThat(find("enamel-mug").category().name()).isEqualTo("Cooking");
        assertThat(names(filtered(null, "kitchen", null, null, false))).isEmpty();
    }

    @Test
    void what_is_archived_is_gone_from_lists_and_stays_for_its_orders() {
        String id = product("Enamel mug").toString();
        catalogue.archive("Enamel mug").retire("Enamel mug", sku("Enamel mug"));
        hear();
        assertThat(names(query())).doesNotContain("Enamel mug");
        assertThat(names(search("enamel"))).isEmpty();
        assertThat(ask(new FindProduct("enamel-mug")).results()).isEmpty();
        assertThat(ask(new FindProductsBySku(List.of(sku("Enamel mug")))).results())
                .isEmpty();
        assertThat(ask(new FindProduct(id)).results())
                .singleElement()
                .satisfies(gone -> assertThat(gone.archived()).isTrue());
    }

    @Test
    void what_is_not_active_is_shown_to_staff_alone() {
        catalogue.say("Enamel mug", content("Enamel mug", "", 450, "Kitchen", false, sku("Enamel mug")));
        hear();
        assertThat(names(query())).hasSize(3);
        assertThat(ask(new FindProducts(null, null, null, null, false, null, null, false, true, FIRST))
                        .count())
                .isEqualTo(4);
        assertThat(shelf("kitchen").productCount()).isZero();
    }

    @Test
    void a_sku_and_a_slug_that_were_given_up_belong_to_the_next_who_has_them() {
        catalogue.archive("Enamel mug").retire("Enamel mug", sku("Enamel mug"));
        catalogue.say("New mug", content("Enamel mug", 500, "Kitchen")).open("New mug", sku("Enamel mug"), 7);
        hear();
        assertThat(find("enamel-mug").id()).isEqualTo(product("New mug"));
        assertThat(find("enamel-mug").availableOf(sku("Enamel mug"))).isEqualTo(7);
        assertThat(ask(new FindProductsBySku(List.of(sku("ENAMEL-MUG")))).results())
                .extracting(ProductView::id)
                .containsExactly(product("New mug"));
    }

    @Test
    void pictures_are_shown_in_the_order_in_which_they_came_whatever_is_edited() {
        catalogue.picture("Enamel mug", "front").picture("Enamel mug", "back").picture("Enamel mug", "inside");
        hear();
        long before = find("enamel-mug").representation();
        catalogue.pictureGone("Enamel mug", "back").say("Enamel mug", content("Enamel mug", 500, "Kitchen"));
        hear();
        ProductView mug = find("enamel-mug");
        assertThat(mug.images())
                .extracting(ProductView.Image::url)
                .containsExactly("/api/media/front.jpg", "/api/media/inside.jpg");
        assertThat(mug.images().getFirst().alt()).isEqualTo("Look: front");
        assertThat(mug.version()).isEqualTo(6);
        assertThat(mug.representation()).isGreaterThan(before);
        assertThat(find("phone-cover").images()).isEmpty();
    }

    @Test
    void categories_count_what_is_shown_below_them() {
        Categories all = shop.ask(new ListCategories(FIRST), Categories.class);
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.results()).extracting(CategoryView::name).containsExactly("Home", "Kitchen", "Phones");
        assertThat(all.results()).extracting(CategoryView::productCount).containsExactly(2, 1, 2);
        assertThat(shelf(Catalogue.category("Home").toString()).slug()).isEqualTo("home");
        assertThat(shop.ask(new FindCategoryPath(Catalogue.category("Kitchen")), Categories.class)
                        .results())
                .extracting(CategoryView::name)
                .containsExactly("Kitchen", "Home");
        catalogue.shelfGone("Phones");
        hear();
        assertThat(shop.ask(new ListCategories(FIRST), Categories.class).count())
                .isEqualTo(2);
    }

    @Test
    void suggestions_come_while_somebody_types() {
        Suggestions found = shop.ask(new Suggest("pho"), Suggestions.class);
        assertThat(found.products()).containsExactly(new Link("phone-cover", "Phone cover"));
        assertThat(found.categories()).containsExactly(new Link("phones", "Phones"));
        assertThat(shop.ask(new Suggest("kindo bask"), Suggestions.class).products())
                .containsExactly(new Link("kiondo-basket", "Kiondo basket"));
        assertThat(shop.ask(new Suggest("%"), Suggestions.class).products()).isEmpty();
        assertThat(shop.ask(new Suggest(" "), Suggestions.class).products()).isEmpty();
    }

    private void hear() {
        shop.hear(story.since(heard), 5);
        heard = story.size();
        assertThat(shop.failed()).isEmpty();
    }

    private Products ask(Object query) {
        return shop.ask(query, Products.class);
    }

    private ProductView find(String slug) {
        return ask(new FindProduct(slug)).results().getFirst();
    }

    private CategoryView shelf(String idOrSlug) {
        return shop.ask(new FindCategory(idOrSlug.toLowerCase(Locale.ROOT)), Categories.class)
                .results()
                .getFirst();
    }

    private List<String> names(FindProducts query) {
        Products found = ask(query);
        assertThat(found.count()).isEqualTo(found.results().size());
        return found.results().stream().map(view -> view.content().name()).toList();
    }

    private static FindProducts query() {
        return query(false, FIRST);
    }

    private static FindProducts query(boolean facets, PageRequest page) {
        return new FindProducts(null, null, null, null, false, null, null, facets, false, page);
    }

    private static FindProducts search(String words) {
        return filtered(words, null, null, null, false);
    }

    private static FindProducts ordered(String ordering) {
        return new FindProducts(null, null, null, null, false, null, ordering, false, false, FIRST);
    }

    private static FindProducts filtered(String words, String category, Money min, Money max, boolean inStock) {
        return new FindProducts(words, category, min, max, inStock, null, null, false, false, FIRST);
    }
}
