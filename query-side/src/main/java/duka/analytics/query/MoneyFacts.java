package duka.analytics.query;

import duka.kernel.query.RowBatch;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code read.figure_money}. That a refund returns an excess is known when it is asked for and not when it has
 * succeeded; so the row of such a one is there before, and stays as it was.
 */
@Component
@ProcessingGroup("read.figures")
class MoneyFacts {

    private static final String STORE = """
            INSERT INTO read.figure_money (id, order_id, refund, counts, at, amount, position)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING""";

    private final JdbcTemplate batches;

    MoneyFacts(JdbcTemplate batches) {
        this.batches = batches;
    }

    @EventHandler
    void on(PaymentSettled event, @org.axonframework.eventhandling.Timestamp Instant at, EventMessage<?> message) {
        note(new MoneyFact(
                event.paymentId().value(),
                event.orderId(),
                false,
                true,
                occurred(event.occurredAt(), at),
                event.amount().minorUnits(),
                Positions.of(message)));
    }

    @EventHandler
    void on(RefundRequested event, @org.axonframework.eventhandling.Timestamp Instant at, EventMessage<?> message) {
        if (event.excessOf() != null) {
            note(new MoneyFact(
                    event.refundId().value(),
                    event.orderId(),
                    true,
                    false,
                    at,
                    -event.amount().minorUnits(),
                    Positions.of(message)));
        }
    }

    @EventHandler
    void on(RefundSucceeded event, @org.axonframework.eventhandling.Timestamp Instant at, EventMessage<?> message) {
        note(new MoneyFact(
                event.refundId().value(),
                event.orderId(),
                true,
                true,
                occurred(event.occurredAt(), at),
                -event.amount().minorUnits(),
                Positions.of(message)));
    }

    private void note(MoneyFact fact) {
        RowBatch<UUID, MoneyFact> facts = RowBatch.current("figures.money", unread -> Optional.empty(), this::store);
        if (facts.find(fact.id()).isEmpty()) {
            facts.put(fact.id(), fact);
        }
    }

    private void store(Collection<MoneyFact> facts) {
        batches.batchUpdate(STORE, facts, facts.size(), MoneyFacts::write);
    }

    private static void write(PreparedStatement row, MoneyFact fact) throws SQLException {
        row.setObject(1, fact.id());
        row.setObject(2, fact.order().value());
        row.setBoolean(3, fact.refund());
        row.setBoolean(4, fact.counts());
        row.setTimestamp(5, Timestamp.from(fact.at()));
        row.setLong(6, fact.amount());
        row.setLong(7, fact.position());
    }

    private static Instant occurred(@Nullable Instant occurredAt, Instant recorded) {
        return occurredAt == null ? recorded : occurredAt;
    }
}
