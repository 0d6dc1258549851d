package duka.analytics.query;

import duka.cart.api.CartEvent.CartItemAdded;
import duka.cart.api.CartEvent.CartMerged;
import duka.cart.api.CartId;
import duka.catalog.api.ProductId;
import duka.kernel.query.RowBatch;
import duka.wishlist.api.WishlistEvent.WishAdded;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code read.figure_interest} and {@code read.figure_cart}: what people put aside. Events of different carts share
 * a row, so rows are added to and never set, and always written in the same order.
 */
@Component
@ProcessingGroup("read.figures")
class Interests {

    private static final String ADD = """
            INSERT INTO read.figure_interest AS i (day, product_id, cart_adds, wishlist_adds) VALUES (?, ?, ?, ?)
            ON CONFLICT (day, product_id) DO UPDATE
            SET cart_adds = i.cart_adds + excluded.cart_adds,
                wishlist_adds = i.wishlist_adds + excluded.wishlist_adds""";
    private static final String FILL = """
            INSERT INTO read.figure_cart AS c (cart_id, filled_at) VALUES (?, ?)
            ON CONFLICT (cart_id) DO UPDATE SET filled_at = greatest(c.filled_at, excluded.filled_at)""";

    private final JdbcTemplate batches;
    private final ZoneId zone;

    Interests(JdbcTemplate batches, @Value("${duka.time-zone:Africa/Nairobi}") ZoneId zone) {
        this.batches = batches;
        this.zone = zone;
    }

    private record Key(LocalDate day, ProductId product) {}

    private record Interest(Key key, int cartAdds, int wishlistAdds) {

        Interest and(Interest next) {
            return new Interest(key, cartAdds + next.cartAdds, wishlistAdds + next.wishlistAdds);
        }
    }

    private record Filled(CartId cart, Instant at) {}

    @EventHandler
    void on(CartItemAdded event, @org.axonframework.eventhandling.Timestamp Instant at) {
        add(new Interest(key(at, event.productId()), 1, 0));
        fill(event.cartId(), at);
    }

    /** Nobody put anything aside anew, but the cart that its owner will find is another one. */
    @EventHandler
    void on(CartMerged event, @org.axonframework.eventhandling.Timestamp Instant at) {
        fill(event.cartId(), at);
    }

    @EventHandler
    void on(WishAdded event, @org.axonframework.eventhandling.Timestamp Instant at) {
        add(new Interest(key(at, event.productId()), 0, 1));
    }

    private void add(Interest interest) {
        RowBatch<Key, Interest> interests =
                RowBatch.current("figures.interest", unread -> Optional.empty(), this::storeInterests);
        interests.put(
                interest.key(),
                interests.find(interest.key()).map(one -> one.and(interest)).orElse(interest));
    }

    private void fill(CartId cart, Instant at) {
        RowBatch.<CartId, Filled>current("figures.cart", unread -> Optional.empty(), this::storeCarts)
                .put(cart, new Filled(cart, at));
    }

    private void storeInterests(Collection<Interest> interests) {
        List<Interest> sorted = interests.stream()
                .sorted(Comparator.<Interest, LocalDate>comparing(
                                one -> one.key().day())
                        .thenComparing(one -> one.key().product().value()))
                .toList();
        batches.batchUpdate(ADD, sorted, sorted.size(), (row, interest) -> {
            row.setObject(1, interest.key().day());
            row.setObject(2, interest.key().product().value());
            row.setLong(3, interest.cartAdds());
            row.setLong(4, interest.wishlistAdds());
        });
    }

    private void storeCarts(Collection<Filled> carts) {
        batches.batchUpdate(FILL, carts, carts.size(), (row, filled) -> {
            row.setObject(1, filled.cart().value());
            row.setTimestamp(2, Timestamp.from(filled.at()));
        });
    }

    private Key key(Instant at, ProductId product) {
        return new Key(LocalDate.ofInstant(at, zone), product);
    }
}
