package duka.ordering.web;

import static duka.ordering.web.OrderResponse.lower;
import static duka.ordering.web.OrderResponse.masked;

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
        PaymentView.Attempt attempt = payment.decisive();
        return new PaymentSummary(
                payment.id().toString(),
                lower(payment.method()),
                lower(payment.status()),
                attempt == null ? null : masked(attempt.phone()),
                payment.failureCode(),
                payment.failureMessage(),
                payment.receipt());
    }
}
