package duka.cart.query;

import duka.cart.api.CartEvent;
import duka.cart.api.CartId;
import duka.cart.api.CartView;
import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.query.Departed;
import duka.kernel.query.RowBatch;
import duka.kernel.query.ViewJson;
import java.util.Collection;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code read.cart}: one row per cart. */
@Component
@ProcessingGroup("read.customer")
class CartProjection {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ViewJson json;

    CartProjection(JdbcClient database, JdbcTemplate batches, ViewJson json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    @EventHandler
    void on(CartEvent event) {
        RowBatch<CartId, CartView> carts = RowBatch.current("cart", this::find, this::store);
        CartView before = carts.find(event.cartId()).orElse(null);
        carts.put(event.cartId(), CartFold.apply(before, event));
    }

    @EventHandler
    void on(PersonErased erased) {
        Departed.from(
                "cart",
                erased,
                person -> batches.update("DELETE FROM read.cart WHERE customer_id = ?", person.value()));
    }

    Optional<CartView> find(CartId cart) {
        return database.sql("SELECT view FROM read.cart WHERE id = ?")
                .param(cart.value())
                .query(String.class)
                .optional()
                .map(view -> json.read(view, CartView.class));
    }

    private void store(Collection<CartView> carts) {
        batches.batchUpdate("""
                INSERT INTO read.cart (id, customer_id, view) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (id) DO UPDATE SET customer_id = excluded.customer_id, view = excluded.view""", carts, carts.size(), (row, cart) -> {
            row.setObject(1, cart.id().value());
            row.setObject(
                    2, cart.customerId() == null ? null : cart.customerId().value());
            row.setString(3, json.write(cart));
        });
    }
}
