package duka.payment.web;

import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.web.Ids;
import duka.kernel.web.InvalidInput;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentView.RefundState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which refunds are wanted, {@code ?status=&payment_id=&order_id=}. */
record RefundFilter(@Nullable OrderId order, @Nullable PaymentId payment, Set<RefundState> states) {

    /** @throws Rejection {@code not_found} for a malformed id; {@link InvalidInput} for an unknown status */
    static RefundFilter of(@Nullable String orderId, @Nullable String paymentId, @Nullable String status) {
        return new RefundFilter(
                orderId == null ? null : Ids.parse(orderId, OrderId::new),
                paymentId == null ? null : Ids.parse(paymentId, PaymentId::new),
                status == null ? Set.of() : states(status));
    }

    private static Set<RefundState> states(String status) {
        return switch (status) {
            case "requested" -> Set.of(RefundState.REQUESTED);
            case "processing" -> Set.of(RefundState.PROCESSING, RefundState.UNKNOWN);
            case "succeeded" -> Set.of(RefundState.SUCCEEDED);
            case "failed" -> Set.of(RefundState.FAILED);
            default ->
                throw InvalidInput.field(
                        "status", "invalid", "It is one of requested, processing, succeeded and failed.");
        };
    }
}
