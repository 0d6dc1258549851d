package duka.payment.web;

import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.web.MoneyJson;
import duka.payment.api.PaymentStatus;
import duka.payment.api.PaymentView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A payment as its payer and staff read it; the top fields mirror the attempt that decides. */
record PaymentResponse(
        String id,
        String orderId,
        String method,
        MoneyJson amount,
        MoneyJson refundedAmount,
        String status,
        @Nullable String phoneMasked,
        @Nullable String checkoutRequestId,
        @Nullable String receiptNumber,
        @Nullable String failureCode,
        @Nullable String failureMessage,
        List<Attempt> attempts,
        String note,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    record Attempt(
            String id,
            int n,
            String status,
            @Nullable String phoneMasked,
            @Nullable String checkoutRequestId,
            @Nullable String resultCode,
            @Nullable String receiptNumber,
            Instant startedAt,
            @Nullable Instant endedAt) {

        static Attempt of(PaymentView.Attempt attempt) {
            return new Attempt(
                    attempt.id().toString(),
                    attempt.n(),
                    lower(PaymentStatus.of(attempt.state())),
                    masked(attempt.phone()),
                    text(attempt.checkoutRequestId()),
                    attempt.resultCode(),
                    attempt.receipt(),
                    attempt.startedAt(),
                    attempt.endedAt());
        }
    }

    static PaymentResponse of(PaymentView payment) {
        PaymentView.Attempt decisive = payment.decisive();
        return new PaymentResponse(
                payment.id().toString(),
                payment.orderId().toString(),
                lower(payment.method()),
                MoneyJson.of(payment.amount()),
                MoneyJson.of(payment.refunded()),
                lower(payment.status()),
                decisive == null ? null : masked(decisive.phone()),
                decisive == null ? null : text(decisive.checkoutRequestId()),
                payment.receipt(),
                payment.failureCode(),
                payment.failureMessage(),
                payment.attempts().stream().map(Attempt::of).toList(),
                payment.note(),
                payment.createdAt(),
                payment.updatedAt(),
                payment.version());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String text(@Nullable Personal personal) {
        return personal == null ? null : personal.value();
    }

    private static @Nullable String masked(Personal phone) {
        return phone.reveal()
                .flatMap(PhoneNumber::parse)
                .map(PhoneNumber::masked)
                .orElse(null);
    }
}
