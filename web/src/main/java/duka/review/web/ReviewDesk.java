package duka.review.web;

import duka.catalog.api.CatalogQuery.FindProduct;
import duka.catalog.api.CatalogQuery.Products;
import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.checkout.api.Sales;
import duka.identity.api.Caller;
import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.web.Commands;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.HttpRefusal;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.Queries;
import duka.kernel.web.RequestContext;
import duka.ordering.api.OrderQuery.FindPurchase;
import duka.review.api.ReviewCommand.ModerateReview;
import duka.review.api.ReviewCommand.RemoveReview;
import duka.review.api.ReviewCommand.ReviseReview;
import duka.review.api.ReviewCommand.WriteReview;
import duka.review.api.ReviewContent;
import duka.review.api.ReviewId;
import duka.review.api.ReviewQuery.FindReview;
import duka.review.api.ReviewQuery.Reviews;
import duka.review.api.ReviewView;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Judges who may see, write, revise, hide and take back a review, and asks for it. */
@Component
class ReviewDesk {

    private static final Answer<Object> NOTHING_ASKED = new Answer<>(null, true);

    private final Queries queries;
    private final Commands commands;
    private final AuthorNames names;
    private final Mint mint;

    ReviewDesk(Queries queries, Commands commands, AuthorNames names, Mint mint) {
        this.queries = queries;
        this.commands = commands;
        this.names = names;
        this.mint = mint;
    }

    /** @throws Rejection {@code not_found}, if there is none, or it is hidden from the caller */
    ReviewView visible(ReviewId id) {
        return queries.ask(new FindReview(id), Reviews.class).results().stream()
                .filter(review -> !review.hidden()
                        || RequestContext.caller()
                                .filter(caller -> caller.seesEverything() || caller.is(review.authorId()))
                                .isPresent())
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("review"));
    }

    Answer<Object> write(Caller caller, ReviewRequests.Write request) {
        UUID submission = mint.uuid();
        ProductId product = onSale(request.productId());
        boolean bought = queries.ask(new FindPurchase(caller.accountId(), product), Sales.class)
                        .count()
                > 0;
        return commands.send(new WriteReview(
                ReviewId.of(caller.accountId(), product),
                product,
                caller.accountId(),
                submission,
                content(caller, request.rating(), request.title(), request.body()),
                bought));
    }

    /** The review, for somebody who may change at least something about it. */
    ReviewView changeable(ReviewId id) {
        ReviewView review = visible(id);
        Caller caller = signedIn();
        if (!caller.isAdmin() && !caller.is(review.authorId())) {
            throw HttpRefusal.forbidden();
        }
        return review;
    }

    /** The words are their author's, hiding is for admins. */
    Answer<Object> revise(ReviewView review, ReviewRequests.Revise request, IfMatch ifMatch) {
        Caller caller = signedIn();
        ReviewContent words = new ReviewContent(
                review.content().author(),
                request.rating(),
                title(request.title()),
                request.body().strip());
        boolean rewords = !words.saysTheSameAs(review.content());
        boolean hidden = request.isHidden() == null ? review.hidden() : request.isHidden();
        boolean moderates = hidden != review.hidden();
        if ((rewords && !caller.is(review.authorId())) || (moderates && !caller.isAdmin())) {
            throw HttpRefusal.forbidden();
        }
        ifMatch.check(review.version());
        Answer<Object> answer = NOTHING_ASKED;
        if (rewords) {
            answer = commands.send(new ReviseReview(
                    review.id(),
                    content(caller, request.rating(), request.title(), request.body()),
                    ifMatch.version()));
        }
        if (moderates) {
            answer = commands.send(new ModerateReview(review.id(), hidden, rewords ? null : ifMatch.version()));
        }
        return answer;
    }

    Answer<Object> remove(ReviewId id, IfMatch ifMatch) {
        ReviewView review = visible(id);
        if (!signedIn().is(review.authorId())) {
            throw HttpRefusal.forbidden();
        }
        ifMatch.check(review.version());
        return commands.send(new RemoveReview(id, ifMatch.version()));
    }

    static Caller signedIn() {
        return RequestContext.caller().orElseThrow(HttpRefusal::unauthenticated);
    }

    static ReviewId of(Caller caller, ReviewRequests.Write request) {
        return Uuids.parse(request.productId())
                .map(product -> ReviewId.of(caller.accountId(), new ProductId(product)))
                .orElseThrow(ReviewDesk::noProduct);
    }

    private ProductId onSale(String written) {
        return Uuids.parse(written).stream()
                .flatMap(id -> product(id.toString()))
                .filter(product -> product.content().active() && !product.archived())
                .map(ProductView::id)
                .findFirst()
                .orElseThrow(ReviewDesk::noProduct);
    }

    /** The product of that id or slug, on sale or not. */
    Stream<ProductView> product(String idOrSlug) {
        return queries.ask(new FindProduct(idOrSlug), Products.class).results().stream();
    }

    private ReviewContent content(Caller caller, int rating, @Nullable String title, String body) {
        return new ReviewContent(names.of(caller), rating, title(title), body.strip());
    }

    private static @Nullable String title(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    private static HttpRefusal noProduct() {
        return new HttpRefusal(HttpStatus.NOT_FOUND, "product_not_found", "There is no such product.");
    }
}
