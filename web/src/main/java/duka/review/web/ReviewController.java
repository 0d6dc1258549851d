package duka.review.web;

import duka.catalog.api.ProductId;
import duka.catalog.api.ProductView;
import duka.identity.api.Caller;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Ordering;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import duka.kernel.web.RequestContext;
import duka.review.api.ReviewId;
import duka.review.api.ReviewQuery.ListReviews;
import duka.review.api.ReviewQuery.Reviews;
import duka.review.api.ReviewView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers think of products. */
@RestController
@RequestMapping("/api/reviews")
@Tag(name = "Reviews")
class ReviewController {

    private static final String BASE = "/api/reviews/";

    private final Queries queries;
    private final ReviewDesk desk;

    ReviewController(Queries queries, ReviewDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    @GetMapping("/")
    @Operation(summary = "Reviews, of one product (by its id or slug) or of all, the newest first")
    PageOf<ReviewResponse> list(
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String ordering,
            @ParameterObject PageRequest page) {
        String order = Ordering.of(ordering, "created_at", "rating");
        if (product == null || product.isBlank()) {
            return pageOf(null, order, page);
        }
        return desk.product(product)
                .map(ProductView::id)
                .findFirst()
                .map(id -> pageOf(id, order, page))
                .orElseGet(() -> PageOf.of(page, 0, List.of()));
    }

    @GetMapping("/{id}/")
    @Operation(summary = "One review")
    ResponseEntity<ReviewResponse> one(@PathVariable ReviewId id) {
        ReviewView review = desk.visible(id);
        ReviewResponse response = ReviewResponse.of(review);
        return Etags.ok(review.version(), Etags.representation(response), response);
    }

    @PostMapping("/")
    @Operation(summary = "Say what one thinks of a product, once")
    @Answers(ReviewResponse.class)
    ResponseEntity<?> write(Body<ReviewRequests.Write> body) {
        Caller caller = ReviewDesk.signedIn();
        ReviewRequests.Write request = body.read();
        ReviewId id = ReviewDesk.of(caller, request);
        return Reply.created(desk.write(caller, request), BASE + id + "/", Pending.of(id), () -> one(id));
    }

    @PutMapping("/{id}/")
    @Operation(summary = "Say something else (its author)")
    @Answers(ReviewResponse.class)
    ResponseEntity<?> replace(@PathVariable ReviewId id, Body<ReviewRequests.Revise> body, IfMatch ifMatch) {
        ReviewView review = desk.changeable(id);
        return answered(id, desk.revise(review, body.read(), ifMatch));
    }

    @PatchMapping("/{id}/")
    @Operation(summary = "Change some of it (its author), or hide it from others (admin)")
    @Answers(ReviewResponse.class)
    ResponseEntity<?> change(@PathVariable ReviewId id, Body<ReviewRequests.Revise> body, IfMatch ifMatch) {
        ReviewView review = desk.changeable(id);
        ReviewRequests.Revise current = new ReviewRequests.Revise(
                review.content().rating(),
                review.content().title(),
                review.content().body(),
                review.hidden());
        return answered(id, desk.revise(review, body.over(current), ifMatch));
    }

    @DeleteMapping("/{id}/")
    @Operation(summary = "Take it back (its author)")
    @Answers
    ResponseEntity<?> remove(@PathVariable ReviewId id, IfMatch ifMatch) {
        return Reply.noContent(desk.remove(id, ifMatch), BASE + id + "/", Pending.of(id));
    }

    private PageOf<ReviewResponse> pageOf(@Nullable ProductId product, @Nullable String ordering, PageRequest page) {
        Optional<Caller> reader = RequestContext.caller();
        Reviews found = queries.ask(
                new ListReviews(
                        product,
                        reader.map(Caller::accountId).orElse(null),
                        reader.filter(Caller::seesEverything).isPresent(),
                        ordering,
                        page),
                Reviews.class);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(ReviewResponse::of).toList());
    }

    private ResponseEntity<?> answered(ReviewId id, Answer<Object> answer) {
        return Reply.ok(answer, BASE + id + "/", Pending.of(id), () -> one(id));
    }
}
