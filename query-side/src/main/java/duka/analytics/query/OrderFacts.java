package duka.analytics.query;

import duka.analytics.query.OrderFact.Placed;
import duka.kernel.OrderId;
import duka.kernel.query.RowBatch;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderEvent.OrderPlaced;
import duka.ordering.api.OrderLine;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code read.figure_order}. A row is written without being read: what an event does not tell stays as it is, so
 * an order that is placed and confirmed within a batch costs one write, and else two.
 */
@Component
@ProcessingGroup("read.figures")
class OrderFacts {

    private static final String STORE = """
            INSERT INTO read.figure_order AS o
                (order_id, placed_at, buyer_id, guest, method, total, units, products, quantities, amounts, confirmed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (order_id) DO UPDATE
            SET placed_at = coalesce(excluded.placed_at, o.placed_at), buyer_id = coalesce(excluded.buyer_id, o.buyer_id),
                guest = coalesce(excluded.guest, o.guest), method = coalesce(excluded.method, o.method),
                total = coalesce(excluded.total, o.total), units = coalesce(excluded.units, o.units),
                products = coalesce(excluded.products, o.products),
                quantities = coalesce(excluded.quantities, o.quantities),
                amounts = coalesce(excluded.amounts, o.amounts),
                confirmed = coalesce(excluded.confirmed, o.confirmed)""";

    private final JdbcTemplate batches;

    OrderFacts(JdbcTemplate batches) {
        this.batches = batches;
    }

    @EventHandler
    void on(OrderPlaced event, @org.axonframework.eventhandling.Timestamp Instant at) {
        Instant occurred = event.content().occurredAt();
        Placed placed = new Placed(occurred == null ? at : occurred, event.content());
        note(
                event.orderId(),
                known -> new OrderFact(event.orderId(), placed, known == null ? null : known.confirmed()));
    }

    @EventHandler
    void on(OrderConfirmed event, EventMessage<?> message) {
        long position = Positions.of(message);
        note(event.orderId(), known -> new OrderFact(event.orderId(), known == null ? null : known.placed(), position));
    }

    private void note(OrderId order, Function<@Nullable OrderFact, OrderFact> news) {
        RowBatch<OrderId, OrderFact> facts = RowBatch.current("figures.order", unread -> Optional.empty(), this::store);
        facts.put(order, news.apply(facts.find(order).orElse(null)));
    }

    private void store(Collection<OrderFact> facts) {
        batches.batchUpdate(STORE, facts, facts.size(), OrderFacts::write);
    }

    private static void write(PreparedStatement row, OrderFact fact) throws SQLException {
        row.setObject(1, fact.order().value());
        Placed placed = fact.placed();
        if (placed == null) {
            writeNothing(row);
        } else {
            write(row, placed);
        }
        row.setObject(11, fact.confirmed(), Types.BIGINT);
    }

    private static void write(PreparedStatement row, Placed placed) throws SQLException {
        OrderContent content = placed.content();
        List<OrderLine> lines = content.lines();
        row.setTimestamp(2, Timestamp.from(placed.at()));
        row.setObject(3, placed.buyer());
        row.setBoolean(4, placed.byGuest());
        row.setString(5, content.paymentMethod().name());
        row.setLong(6, content.total().minorUnits());
        row.setInt(7, lines.stream().mapToInt(OrderLine::quantity).sum());
        row.setArray(8, array(row, "uuid", lines, line -> line.productId().value()));
        row.setArray(9, array(row, "int4", lines, OrderLine::quantity));
        row.setArray(10, array(row, "int8", lines, line -> line.lineTotal().minorUnits()));
    }

    private static void writeNothing(PreparedStatement row) throws SQLException {
        row.setNull(2, Types.TIMESTAMP_WITH_TIMEZONE);
        row.setNull(3, Types.OTHER);
        row.setNull(4, Types.BOOLEAN);
        row.setNull(5, Types.VARCHAR);
        row.setNull(6, Types.BIGINT);
        row.setNull(7, Types.INTEGER);
        row.setNull(8, Types.ARRAY);
        row.setNull(9, Types.ARRAY);
        row.setNull(10, Types.ARRAY);
    }

    private static Array array(
            PreparedStatement row, String type, List<OrderLine> lines, Function<OrderLine, Object> value)
            throws SQLException {
        return row.getConnection().createArrayOf(type, lines.stream().map(value).toArray());
    }
}
