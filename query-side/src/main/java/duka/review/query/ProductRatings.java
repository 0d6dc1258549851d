package duka.review.query;

import duka.catalog.api.ProductId;
import duka.kernel.query.RowBatch;
import duka.kernel.query.Stamps;
import duka.kernel.query.Stamps.Topic;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the reviews' columns of {@code read.product}. All events of a product are read one after the other, so a change
 * is added to what is there, whether the product's own events came before or not. The average is kept as it is shown,
 * to one decimal: else a product that reads 4.0 would not be among those with at least 4.
 */
@Component
class ProductRatings {

    private static final String ADD = """
            INSERT INTO read.product AS p (id, rating_sum, rating_count, review_news, rating)
            VALUES (?, ?, ?, ?, round(?::numeric / nullif(?, 0), 1))
            ON CONFLICT (id) DO UPDATE
            SET rating_sum = p.rating_sum + excluded.rating_sum,
                rating_count = p.rating_count + excluded.rating_count,
                review_news = p.review_news + excluded.review_news,
                rating = round((p.rating_sum + excluded.rating_sum)::numeric
                    / nullif(p.rating_count + excluded.rating_count, 0), 1)""";

    private final JdbcTemplate batches;
    private final Stamps stamps;

    ProductRatings(JdbcTemplate batches, Stamps stamps) {
        this.batches = batches;
        this.stamps = stamps;
    }

    /** What one event, or all of a batch, did to a product's ratings. */
    private record Change(ProductId product, int sum, int count, int events) {

        Change and(Change next) {
            return new Change(product, sum + next.sum, count + next.count, events + next.events);
        }
    }

    /** A product whose shown ratings stay the same is not touched. */
    void change(ProductId product, ReviewRow before, ReviewRow after) {
        int sum = after.rating() - before.rating();
        int count = after.counts() - before.counts();
        if (sum == 0 && count == 0) {
            return;
        }
        RowBatch<ProductId, Change> changes =
                RowBatch.current("product ratings", unseen -> Optional.empty(), this::store);
        Change change = new Change(product, sum, count, 1);
        changes.put(product, changes.find(product).map(one -> one.and(change)).orElse(change));
        stamps.change(product.value());
        stamps.change(Topic.SHELVES);
    }

    private void store(Collection<Change> changes) {
        batches.batchUpdate(ADD, changes, changes.size(), (row, change) -> {
            row.setObject(1, change.product().value());
            row.setLong(2, change.sum());
            row.setInt(3, change.count());
            row.setLong(4, change.events());
            row.setLong(5, change.sum());
            row.setInt(6, change.count());
        });
    }
}
