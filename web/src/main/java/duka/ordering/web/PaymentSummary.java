package duka.ordering.web;

import static duka.ordering.web.OrderResponse.lower;
import static duka.ordering.web.OrderResponse.masked;

import duka.payment.api.PaymentStatus;
import duka.payment.api.PaymentView;
import org.jspecify.annotations.Nullable;

/** What an order shows of its payment: the attempt that decides. */
record PaymentSummary(
        String id,
        String method,
        String status,
        @Nullable String phoneMasked,
        @Nullable String failureCode,
        @Nullable String failureMessage,
        @Nullable String receiptNumber) {

    static PaymentSummary of(PaymentView payment) {
        PaymentStatus status = payment.status();
        PaymentView.Attempt attempt = payment.decisive();
        if (attempt == null) {
            return new PaymentSummary(
                    payment.id().toString(), lower(payment.method()), lower(status), null, null, null, null);
        }
        boolean failed = status == PaymentStatus.FAILED;
        return new PaymentSummary(
                payment.id().toString(),
                lower(payment.method()),
                lower(status),
                masked(attempt.phone()),
                failed ? attempt.resultCode() : null,
                failed ? attempt.resultText() : null,
                attempt.receipt());
    }
}
