package duka.ordering.query;

import duka.identity.api.PersonEvent.PersonErased;
import duka.kernel.OrderId;
import duka.kernel.query.BuyersOrders;
import duka.kernel.query.Counted;
import duka.kernel.query.RowBatch;
import duka.kernel.query.StorableText;
import duka.kernel.query.ViewJson;
import duka.ordering.api.OrderEvent;
import duka.ordering.api.OrderView;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps ordering's columns of {@code read.sale}. */
@Component
@ProcessingGroup("read.sale")
class OrderProjection {

    private static final String STORE = """
            INSERT INTO read.sale (order_id, number, customer_id, status, placed_at, search, order_view, order_news)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            ON CONFLICT (order_id) DO UPDATE
            SET number = excluded.number, customer_id = excluded.customer_id, status = excluded.status,
                placed_at = excluded.placed_at, search = excluded.search, order_view = excluded.order_view,
                order_news = excluded.order_news""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ViewJson json;

    OrderProjection(JdbcClient database, JdbcTemplate batches, ViewJson json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    @EventHandler
    void on(OrderEvent event, @org.axonframework.eventhandling.Timestamp Instant at) {
        RowBatch<OrderId, Counted<OrderView>> orders = orders();
        Optional<Counted<OrderView>> before = orders.find(event.orderId());
        OrderView after = OrderFold.apply(before.map(Counted::view).orElse(null), event, at);
        orders.put(event.orderId(), Counted.after(before, after));
    }

    /** What was sealed under the person's key reads as absent now, and is written so. */
    @EventHandler
    void on(PersonErased erased) {
        RowBatch<OrderId, Counted<OrderView>> orders = orders();
        for (OrderId order : BuyersOrders.of(erased, database)) {
            orders.find(order)
                    .ifPresent(before -> orders.put(order, Counted.after(Optional.of(before), before.view())));
        }
    }

    private RowBatch<OrderId, Counted<OrderView>> orders() {
        return RowBatch.current("sale.order", this::find, this::store);
    }

    private Optional<Counted<OrderView>> find(OrderId order) {
        return database.sql(
                        "SELECT order_view, order_news FROM read.sale WHERE order_id = ? AND order_view IS NOT NULL")
                .param(order.value())
                .query((row, n) -> new Counted<>(json.read(row.getString(1), OrderView.class), row.getLong(2)))
                .optional();
    }

    private void store(Collection<Counted<OrderView>> orders) {
        batches.batchUpdate(STORE, orders, orders.size(), this::write);
    }

    private void write(PreparedStatement row, Counted<OrderView> changed) throws SQLException {
        OrderView order = changed.view();
        row.setObject(1, order.id().value());
        row.setString(2, order.content().number().value());
        var customer = order.content().customerId();
        row.setObject(3, customer == null ? null : customer.value());
        row.setString(4, order.status().name());
        row.setTimestamp(5, Timestamp.from(order.placedAt()));
        row.setString(6, words(order));
        row.setString(7, json.write(order));
        row.setLong(8, changed.events());
    }

    /** What an order is searched by: nothing of it tells about a person. */
    private static String words(OrderView order) {
        String goods = order.content().lines().stream()
                .map(line -> line.sku() + " " + line.name())
                .collect(Collectors.joining(" "));
        return StorableText.of((order.content().number() + " " + goods).toLowerCase(Locale.ROOT));
    }
}
