package duka.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import duka.checkout.api.Sales;
import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.api.AccountId;
import duka.identity.api.Role;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.kernel.web.World;
import duka.ordering.api.OrderQuery.FindPurchase;
import duka.ordering.api.OrderStatus;
import duka.review.api.ReviewCommand.ModerateReview;
import duka.review.api.ReviewCommand.RemoveReview;
import duka.review.api.ReviewCommand.ReviseReview;
import duka.review.api.ReviewCommand.WriteReview;
import duka.review.api.ReviewContent;
import duka.review.api.ReviewId;
import duka.review.api.ReviewQuery.FindReview;
import duka.review.api.ReviewQuery.ListReviews;
import duka.review.api.ReviewQuery.Reviews;
import duka.review.api.ReviewView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReviewEndpointsTest extends EdgeTest {

    private static final String REVIEWS = "/api/reviews/";
    private static final ReviewId REVIEW = ReviewId.of(WANJIKU, Samples.LAMP);
    private static final String ONE = REVIEWS + REVIEW + "/";
    private static final String GOOD = "{\"product_id\":\"" + Samples.LAMP + "\",\"rating\":5,\"body\":\" Bright. \"}";

    @Autowired
    private Accounts accounts;

    private final AtomicReference<ReviewView> review = new AtomicReference<>();
    private final List<ListReviews> asked = new ArrayList<>();

    @BeforeEach
    void aLampAndSomebodyWhoThinks() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
        world.answers(FindPurchase.class, find -> new Sales(0, List.of()));
        world.answers(FindReview.class, find -> found());
        world.answers(ListReviews.class, list -> {
            asked.add(list);
            return found();
        });
        world.on(WriteReview.class, write -> review.set(view(write.content(), write.verifiedPurchase(), false, 1)));
        when(accounts.find(any())).thenAnswer(call -> Optional.of(account(call.getArgument(0))));
    }

    @Test
    void a_customer_says_what_they_think_under_their_own_name() {
        Answered made = post(CUSTOMER, REVIEWS, GOOD);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(ONE);
        assertThat(made.header("ETag")).startsWith("\"1.");
        JsonNode shown = made.json();
        assertThat(shown.propertyNames())
                .containsExactly(
                        "id",
                        "product_id",
                        "author",
                        "rating",
                        "title",
                        "body",
                        "verified_purchase",
                        "is_hidden",
                        "created_at",
                        "updated_at",
                        "version");
        assertThat(shown.path("author").asString()).isEqualTo("Wanjiku K.");
        assertThat(shown.path("body").asString()).isEqualTo("Bright.");
        assertThat(shown.path("title").isNull()).isTrue();
        assertThat(shown.path("verified_purchase").asBoolean()).isFalse();
        WriteReview sent = world.sent(WriteReview.class).getFirst();
        assertThat(sent.reviewId()).isEqualTo(REVIEW);
        assertThat(sent.content().author().owner()).isEqualTo(new PersonId(WANJIKU.value()));
    }

    @Test
    void a_purchase_is_verified_by_the_shops_own_sales() {
        world.answers(
                FindPurchase.class,
                find -> new Sales(
                        find.customerId().equals(WANJIKU) ? 1 : 0,
                        List.of(Samples.sale(WANJIKU, OrderStatus.CONFIRMED))));
        assertThat(post(CUSTOMER, REVIEWS, GOOD)
                        .json()
                        .path("verified_purchase")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rating\":5,\"body\":\"x\"}",
                "{\"product_id\":\"%s\",\"rating\":0,\"body\":\"x\"}",
                "{\"product_id\":\"%s\",\"rating\":6,\"body\":\"x\"}",
                "{\"product_id\":\"%s\",\"rating\":4.5,\"body\":\"x\"}",
                "{\"product_id\":\"%s\",\"rating\":\"5\",\"body\":\"x\"}",
                "{\"product_id\":\"%s\",\"body\":\"x\"}",
                "{\"product_id\":\"%s\",\"rating\":5}",
                "{\"product_id\":\"%s\",\"rating\":5,\"body\":\"  \"}",
                "[]"
            })
    void what_is_no_review_is_refused(String body) {
        assertThat(post(CUSTOMER, REVIEWS, body.formatted(Samples.LAMP)).status())
                .isEqualTo(400);
        assertThat(world.sent).isEmpty();
    }

    @Test
    void only_what_is_on_sale_is_reviewed_and_only_by_who_is_signed_in() {
        assertThat(post(null, REVIEWS, GOOD).status()).isEqualTo(401);
        for (String unknown : List.of("none", Samples.uuid(77).toString())) {
            Answered refused =
                    post(CUSTOMER, REVIEWS, "{\"product_id\":\"" + unknown + "\",\"rating\":5,\"body\":\"x\"}");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("product_not_found");
        }
    }

    @Test
    void nobody_reviews_a_product_twice() {
        world.on(WriteReview.class, write -> {
            throw new Rejection("already_reviewed", "You have.", Map.of("review_id", REVIEW.toString()));
        });
        Answered twice = post(CUSTOMER, REVIEWS, GOOD);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.code()).isEqualTo("already_reviewed");
        assertThat(twice.json().path("review_id").asString()).isEqualTo(REVIEW.toString());
    }

    @Test
    void reviews_are_listed_by_product_and_order() {
        review.set(view(content(4, "Bright."), true, false, 1));
        JsonNode page = get(null, REVIEWS + "?product=lamp&ordering=-rating").json();
        assertThat(page.path("count").asInt()).isEqualTo(1);
        assertThat(page.path("results").get(0).path("rating").asInt()).isEqualTo(4);
        assertThat(asked.getLast().productId()).isEqualTo(Samples.LAMP);
        assertThat(asked.getLast().ordering()).isEqualTo("-rating");
        assertThat(asked.getLast().hiddenToo()).isFalse();
        get(CUSTOMER, REVIEWS + "?product=" + Samples.LAMP);
        assertThat(asked.getLast().reader()).isEqualTo(WANJIKU);
        get(AUDITOR, REVIEWS);
        assertThat(asked.getLast().productId()).isNull();
        assertThat(asked.getLast().hiddenToo()).isTrue();
        assertThat(get(null, REVIEWS + "?product=unknown").json().path("count").asInt())
                .isZero();
        assertThat(get(null, REVIEWS + "?ordering=body").code()).isEqualTo("unknown_ordering");
    }

    @Test
    void a_hidden_review_is_there_for_its_author_and_staff_alone() {
        review.set(view(content(1, "Rude."), false, true, 2));
        assertThat(get(null, ONE).status()).isEqualTo(404);
        assertThat(get(STRANGER, ONE).status()).isEqualTo(404);
        assertThat(send("PATCH", STRANGER, ONE, "{\"rating\":1}").status()).isEqualTo(404);
        assertThat(get(CUSTOMER, ONE).status()).isEqualTo(200);
        assertThat(get(AUDITOR, ONE).json().path("is_hidden").asBoolean()).isTrue();
        assertThat(get(null, REVIEWS + "none/").status()).isEqualTo(404);
    }

    @Test
    void its_author_says_something_else() {
        review.set(view(content(4, "Bright."), true, false, 3));
        String read = get(CUSTOMER, ONE).header("ETag");
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"rating\":2}", "If-Match", read)
                        .status())
                .isEqualTo(200);
        ReviseReview sent = world.sent(ReviseReview.class).getFirst();
        assertThat(sent.content().rating()).isEqualTo(2);
        assertThat(sent.content().body()).isEqualTo("Bright.");
        assertThat(sent.expectedVersion()).isEqualTo(3L);
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"rating\":1}", "If-Match", "\"2.x\"")
                        .status())
                .isEqualTo(412);
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"rating\":9}").status()).isEqualTo(400);
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"body\":null}").status()).isEqualTo(400);
        assertThat(send("PUT", CUSTOMER, ONE, "{\"rating\":3}").status()).isEqualTo(400);
        assertThat(send("PUT", CUSTOMER, ONE, "{\"rating\":3,\"body\":\"Dim.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(send("PATCH", CUSTOMER, ONE, "{}").status()).isEqualTo(200);
        assertThat(world.sent(ReviseReview.class)).hasSize(2);
    }

    @Test
    void staff_hide_and_do_not_put_words_into_mouths() {
        review.set(view(content(1, "Rude."), false, false, 1));
        assertThat(send("PATCH", ADMIN, ONE, "{\"is_hidden\":true}").status()).isEqualTo(200);
        assertThat(world.sent(ModerateReview.class).getFirst().hidden()).isTrue();
        assertThat(send("PATCH", ADMIN, ONE, "{\"rating\":5}").status()).isEqualTo(403);
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"is_hidden\":true}").status())
                .isEqualTo(403);
        assertThat(send("PATCH", STRANGER, ONE, "{\"rating\":5}").status()).isEqualTo(403);
        assertThat(send("PATCH", AUDITOR, ONE, "{\"is_hidden\":true}").status()).isEqualTo(403);
        assertThat(send("PATCH", null, ONE, "{\"rating\":5}").status()).isEqualTo(401);
        assertThat(world.sent).hasSize(1);
    }

    @Test
    void its_author_takes_it_back() {
        review.set(view(content(1, "Rude."), false, false, 1));
        assertThat(send("DELETE", STRANGER, ONE, null).status()).isEqualTo(403);
        assertThat(send("DELETE", ADMIN, ONE, null).status()).isEqualTo(403);
        assertThat(send("DELETE", CUSTOMER, ONE, null, "If-Match", "\"2.x\"").status())
                .isEqualTo(412);
        assertThat(send("DELETE", CUSTOMER, ONE, null).status()).isEqualTo(204);
        assertThat(world.sent(RemoveReview.class)).hasSize(1);
    }

    @Test
    void an_erased_author_has_no_name() {
        ReviewContent nameless =
                new ReviewContent(new Personal(new PersonId(WANJIKU.value()), null), 4, null, "Bright.");
        review.set(view(nameless, true, false, 1));
        assertThat(get(null, ONE).json().path("author").isNull()).isTrue();
    }

    @Test
    void names_are_shortened() {
        assertThat(AuthorNames.shown("Wanjiku", "Kamau")).isEqualTo("Wanjiku K.");
        assertThat(AuthorNames.shown("Otieno", "")).isEqualTo("Otieno");
        assertThat(AuthorNames.shown("", "odhiambo")).isEqualTo("O.");
    }

    private Reviews found() {
        List<ReviewView> there = Optional.ofNullable(review.get()).stream().toList();
        return new Reviews(there.size(), there);
    }

    private static ReviewContent content(int rating, String body) {
        return new ReviewContent(Personal.of(new PersonId(WANJIKU.value()), "Wanjiku K."), rating, null, body);
    }

    private static ReviewView view(ReviewContent content, boolean verified, boolean hidden, long version) {
        return new ReviewView(REVIEW, Samples.LAMP, WANJIKU, content, verified, hidden, World.NOW, World.NOW, version);
    }

    private static AccountView account(AccountId id) {
        return new AccountView(id, "wanjiku@example.com", "Wanjiku", "Kamau", null, Role.CUSTOMER, true, World.NOW, 1);
    }
}
