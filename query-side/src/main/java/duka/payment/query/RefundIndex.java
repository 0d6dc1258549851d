package duka.payment.query;

import duka.kernel.OrderId;
import duka.kernel.query.RowBatch;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.RefundAccepted;
import duka.payment.api.PaymentEvent.RefundBegun;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.RefundUnanswered;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.payment.api.PaymentView.RefundState;
import duka.payment.api.RefundId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps {@code read.refund}: which order a refund belongs to, and where it stands. */
@Component
class RefundIndex {

    private static final String STORE = """
            INSERT INTO read.refund AS r (refund_id, order_id, requested_at, state) VALUES (?, ?, ?, ?)
            ON CONFLICT (refund_id) DO UPDATE
            SET requested_at = coalesce(excluded.requested_at, r.requested_at), state = excluded.state""";

    private final JdbcTemplate batches;

    RefundIndex(JdbcTemplate batches) {
        this.batches = batches;
    }

    void remember(PaymentEvent event, Instant at) {
        OrderId order = event.orderId();
        switch (event) {
            case RefundRequested asked -> put(asked.refundId(), order, at, RefundState.REQUESTED);
            case RefundBegun begun -> put(begun.refundId(), order, null, RefundState.PROCESSING);
            case RefundAccepted accepted -> put(accepted.refundId(), order, null, RefundState.PROCESSING);
            case RefundUnanswered unanswered -> put(unanswered.refundId(), order, null, RefundState.UNKNOWN);
            case RefundSucceeded succeeded -> put(succeeded.refundId(), order, null, RefundState.SUCCEEDED);
            case RefundFailed failed -> put(failed.refundId(), order, null, RefundState.FAILED);
            case RefundWithdrawn withdrawn -> put(withdrawn.refundId(), order, null, null);
            default -> {}
        }
    }

    private void put(RefundId id, OrderId order, @Nullable Instant requestedAt, @Nullable RefundState state) {
        RowBatch<RefundId, RefundRow> refunds =
                RowBatch.current("sale.refund", unknown -> Optional.empty(), this::store);
        Instant earlier = refunds.find(id).map(RefundRow::requestedAt).orElse(null);
        refunds.put(id, new RefundRow(id, order, requestedAt == null ? earlier : requestedAt, state));
    }

    private void store(Collection<RefundRow> refunds) {
        batches.batchUpdate(STORE, refunds, refunds.size(), (row, refund) -> {
            row.setObject(1, refund.refund().value());
            row.setObject(2, refund.order().value());
            row.setTimestamp(3, refund.requestedAt() == null ? null : Timestamp.from(refund.requestedAt()));
            row.setString(4, refund.state() == null ? null : refund.state().name());
        });
    }
}
