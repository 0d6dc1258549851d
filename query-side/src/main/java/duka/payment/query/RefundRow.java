package duka.payment.query;

import duka.kernel.OrderId;
import duka.payment.api.PaymentView.RefundState;
import duka.payment.api.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one refund is found.
 *
 * @param requestedAt {@code null} if this batch did not see it being asked for: what is stored stays
 * @param state {@code null} once it was withdrawn
 */
record RefundRow(
        RefundId refund,
        OrderId order,
        @Nullable Instant requestedAt,
        @Nullable RefundState state) {}
