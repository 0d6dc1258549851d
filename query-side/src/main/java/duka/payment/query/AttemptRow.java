package duka.payment.query;

import duka.kernel.Personal;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.PushAccepted;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which order a prompt was for, and the provider's id of it as a keyed hash. */
record AttemptRow(UUID attempt, UUID order, @Nullable String checkoutHash) {

    /** @param event one that begins an attempt or names it */
    static AttemptRow of(PaymentEvent event, Hash hash) {
        UUID order = event.orderId().value();
        return switch (event) {
            case AttemptStarted started -> new AttemptRow(started.attemptId().value(), order, null);
            case PushAccepted accepted ->
                new AttemptRow(accepted.attemptId().value(), order, hash.of(accepted.checkoutRequestId()));
            default -> throw new IllegalArgumentException("No attempt is named by " + event.getClass());
        };
    }

    @FunctionalInterface
    interface Hash {
        @Nullable
        String of(@Nullable Personal checkoutRequestId);
    }
}
