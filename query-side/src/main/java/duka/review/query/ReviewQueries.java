package duka.review.query;

import duka.review.api.ReviewQuery.FindReview;
import duka.review.api.ReviewQuery.ListReviews;
import duka.review.api.ReviewQuery.ListReviewsOf;
import duka.review.api.ReviewQuery.Reviews;
import duka.review.api.ReviewView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about reviews. */
@Component
class ReviewQueries {

    private static final String NEWEST = "created_at DESC, id";

    /** Each direction of one index: the identity runs with the value, or against it. */
    private static final Map<String, String> ORDERINGS = Map.of(
            "created_at", "created_at, id DESC",
            "-created_at", NEWEST,
            "rating", "rating, id DESC",
            "-rating", "rating DESC, id");

    private final JdbcClient database;
    private final ReviewRows reviews;

    ReviewQueries(JdbcClient database, ReviewRows reviews) {
        this.database = database;
        this.reviews = reviews;
    }

    @QueryHandler
    Reviews answer(ListReviews query) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (query.productId() != null) {
            conditions.add("product_id = :product");
            parameters.put("product", query.productId().value());
        }
        if (!query.hiddenToo()) {
            conditions.add(query.reader() == null ? "NOT hidden" : "(NOT hidden OR author_id = :reader)");
            if (query.reader() != null) {
                parameters.put("reader", query.reader().value());
            }
        }
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
        long count = database.sql("SELECT count(*) FROM read.review " + where)
                .params(parameters)
                .query(Long.class)
                .single();
        List<ReviewView> page = database.sql("SELECT view FROM read.review " + where + "ORDER BY " + ordering(query)
                        + " LIMIT :limit OFFSET :offset")
                .params(parameters)
                .param("limit", query.page().size())
                .param("offset", query.page().offset())
                .query((row, n) -> reviews.read(row.getString(1)))
                .list();
        return new Reviews(count, page);
    }

    @QueryHandler
    Reviews answer(ListReviewsOf query) {
        long count = database.sql("SELECT count(*) FROM read.review WHERE author_id = ?")
                .param(query.authorId().value())
                .query(Long.class)
                .single();
        List<ReviewView> page = database.sql(
                        "SELECT view FROM read.review WHERE author_id = ? ORDER BY " + NEWEST + " LIMIT ? OFFSET ?")
                .params(
                        query.authorId().value(),
                        query.page().size(),
                        query.page().offset())
                .query((row, n) -> reviews.read(row.getString(1)))
                .list();
        return new Reviews(count, page);
    }

    @QueryHandler
    Reviews answer(FindReview query) {
        List<ReviewView> found = reviews.find(query.reviewId()).stream().toList();
        return new Reviews(found.size(), found);
    }

    private static String ordering(ListReviews query) {
        return query.ordering() == null ? NEWEST : ORDERINGS.getOrDefault(query.ordering(), NEWEST);
    }
}
