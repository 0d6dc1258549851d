package duka.review.query;

import duka.kernel.PersonId;
import duka.kernel.query.RowBatch;
import duka.kernel.query.ViewJson;
import duka.review.api.ReviewId;
import duka.review.api.ReviewView;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code read.review}. */
@Component
class ReviewRows {

    private static final String STORE = """
            INSERT INTO read.review (id, product_id, author_id, rating, hidden, created_at, view)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (id) DO UPDATE
            SET rating = excluded.rating, hidden = excluded.hidden, created_at = excluded.created_at,
                view = excluded.view""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ViewJson json;

    ReviewRows(JdbcClient database, JdbcTemplate batches, ViewJson json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    RowBatch<ReviewId, ReviewRow> batch() {
        return RowBatch.current("review", this::row, this::store);
    }

    Optional<ReviewView> find(ReviewId review) {
        return database.sql("SELECT view FROM read.review WHERE id = ?")
                .param(review.value())
                .query(String.class)
                .optional()
                .map(this::read);
    }

    List<ReviewId> writtenBy(PersonId author) {
        return database.sql("SELECT id FROM read.review WHERE author_id = ? ORDER BY id")
                .param(author.value())
                .query((row, n) -> new ReviewId(row.getObject(1, UUID.class)))
                .list();
    }

    ReviewView read(String document) {
        return json.read(document, ReviewView.class);
    }

    private Optional<ReviewRow> row(ReviewId review) {
        return find(review).map(view -> new ReviewRow(review, view));
    }

    private void store(Collection<ReviewRow> rows) {
        List<ReviewView> there =
                rows.stream().map(ReviewRow::view).filter(Objects::nonNull).toList();
        batches.batchUpdate(STORE, there, Math.max(1, there.size()), this::write);
        UUID[] gone = rows.stream()
                .filter(row -> row.view() == null)
                .map(row -> row.id().value())
                .toArray(UUID[]::new);
        if (gone.length > 0) {
            database.sql("DELETE FROM read.review WHERE id = ANY (?)")
                    .param(gone)
                    .update();
        }
    }

    private void write(PreparedStatement row, ReviewView review) throws SQLException {
        row.setObject(1, review.id().value());
        row.setObject(2, review.productId().value());
        row.setObject(3, review.authorId().value());
        row.setInt(4, review.content().rating());
        row.setBoolean(5, review.hidden());
        row.setTimestamp(6, Timestamp.from(review.createdAt()));
        row.setString(7, json.write(review));
    }
}
