package duka.wishlist.query;

import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.query.Departed;
import duka.kernel.query.RowBatch;
import duka.wishlist.api.WishlistEvent;
import duka.wishlist.api.WishlistEvent.WishAdded;
import duka.wishlist.api.WishlistEvent.WishRemoved;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps {@code read.wish}: one row per product that a customer wishes for. */
@Component
@ProcessingGroup("read.customer")
class WishProjection {

    private static final String ADD = """
            INSERT INTO read.wish (customer_id, product_id, added_at) VALUES (?, ?, ?)
            ON CONFLICT (customer_id, product_id) DO UPDATE SET added_at = excluded.added_at""";
    private static final String REMOVE = "DELETE FROM read.wish WHERE customer_id = ? AND product_id = ?";

    private static final String FORGET = "DELETE FROM read.wish WHERE customer_id = ?";

    private final JdbcTemplate batches;

    WishProjection(JdbcTemplate batches) {
        this.batches = batches;
    }

    private record Key(UUID customer, UUID product) {}

    private record Wish(Key key, boolean wished, Instant at) {}

    @EventHandler
    void on(WishlistEvent event, @org.axonframework.eventhandling.Timestamp Instant at) {
        Key key = new Key(event.customerId().value(), event.productId().value());
        boolean wished = switch (event) {
            case WishAdded added -> true;
            case WishRemoved removed -> false;
        };
        RowBatch.<Key, Wish>current("wish", unseen -> Optional.empty(), this::store)
                .put(key, new Wish(key, wished, at));
    }

    @EventHandler
    void on(PersonErased erased) {
        Departed.from("wish", erased, person -> batches.update(FORGET, person.value()));
    }

    private void store(Collection<Wish> wishes) {
        batches.batchUpdate(
                ADD,
                wishes.stream()
                        .filter(Wish::wished)
                        .map(wish ->
                                new Object[] {wish.key().customer(), wish.key().product(), Timestamp.from(wish.at())})
                        .toList());
        batches.batchUpdate(
                REMOVE,
                wishes.stream()
                        .filter(wish -> !wish.wished())
                        .map(wish ->
                                new Object[] {wish.key().customer(), wish.key().product()})
                        .toList());
    }
}
