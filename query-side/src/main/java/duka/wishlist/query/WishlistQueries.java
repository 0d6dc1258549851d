package duka.wishlist.query;

import duka.catalog.api.ProductId;
import duka.wishlist.api.WishlistQuery.FindWish;
import duka.wishlist.api.WishlistQuery.ListWishes;
import duka.wishlist.api.WishlistQuery.Wish;
import duka.wishlist.api.WishlistQuery.Wishes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked about wish lists; what the window no longer shows is wished for in silence. */
@Component
class WishlistQueries {

    private static final String SHOWN =
            "FROM read.wish w JOIN read.product p ON p.id = w.product_id AND p.shown WHERE w.customer_id = ? ";

    private final JdbcClient database;

    WishlistQueries(JdbcClient database) {
        this.database = database;
    }

    @QueryHandler
    Wishes answer(ListWishes query) {
        long count = database.sql("SELECT count(*) " + SHOWN)
                .param(query.customerId().value())
                .query(Long.class)
                .single();
        List<Wish> page = database.sql("SELECT w.product_id, w.added_at " + SHOWN
                        + "ORDER BY w.added_at DESC, w.product_id LIMIT ? OFFSET ?")
                .params(
                        query.customerId().value(),
                        query.page().size(),
                        query.page().offset())
                .query(WishlistQueries::wish)
                .list();
        return new Wishes(count, page);
    }

    @QueryHandler
    Wishes answer(FindWish query) {
        List<Wish> found = database.sql("SELECT w.product_id, w.added_at " + SHOWN + "AND w.product_id = ?")
                .params(query.customerId().value(), query.productId().value())
                .query(WishlistQueries::wish)
                .list();
        return new Wishes(found.size(), found);
    }

    private static Wish wish(ResultSet row, int n) throws SQLException {
        return new Wish(
                new ProductId(row.getObject(1, UUID.class)), row.getTimestamp(2).toInstant());
    }
}
