package duka.payment.web;

import duka.kernel.web.MoneyJson;
import duka.payment.api.PaymentQuery.PaymentRefund;
import duka.payment.api.PaymentView.Refund;
import duka.payment.api.PaymentView.RefundState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One return of money, as the customer and staff read it. */
record RefundResponse(
        String id,
        String paymentId,
        String orderId,
        MoneyJson amount,
        String reason,
        String status,
        String via,
        @Nullable String receiptNumber,
        @Nullable String failureCode,
        @Nullable String failureMessage,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static RefundResponse of(PaymentRefund found) {
        Refund refund = found.refund();
        return new RefundResponse(
                refund.id().toString(),
                found.payment().id().toString(),
                found.payment().orderId().toString(),
                MoneyJson.of(refund.amount()),
                refund.reason(),
                status(refund.state()),
                PaymentResponse.lower(refund.via()),
                refund.receipt(),
                refund.failureCode(),
                refund.failureMessage(),
                refund.createdAt(),
                refund.updatedAt(),
                refund.version());
    }

    /** To people, one that nobody knows the outcome of is still under way. */
    private static String status(RefundState state) {
        return switch (state) {
            case REQUESTED -> "requested";
            case PROCESSING, UNKNOWN -> "processing";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
        };
    }
}
