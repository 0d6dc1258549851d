package duka.review.web;

import duka.identity.api.AccountId;
import duka.kernel.web.PersonalExport;
import duka.kernel.web.Queries;
import duka.review.api.ReviewQuery.ListReviewsOf;
import duka.review.api.ReviewQuery.Reviews;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person wrote about products. */
@Component
class ExportedReviews implements PersonalExport {

    private final Queries queries;

    ExportedReviews(Queries queries) {
        this.queries = queries;
    }

    @Override
    public String section() {
        return "reviews";
    }

    @Override
    public List<?> of(AccountId person) {
        return PersonalExport.all(page -> queries.ask(new ListReviewsOf(person, page), Reviews.class).results().stream()
                .map(ReviewResponse::of)
                .toList());
    }
}
