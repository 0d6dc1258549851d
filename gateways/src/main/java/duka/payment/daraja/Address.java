package duka.payment.daraja;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that Safaricom was given, and what belongs to it.
 *
 * @param tokenHash under which it is found
 * @param subjectId the attempt or the refund that it is about
 * @param sealed a prompt's id, once it is known, or whom a payout pays
 * @param receipt which payment a reversal undoes
 * @param via how a refund goes back
 * @param conversationId Safaricom's id of a request that it took
 * @param mayResend whether a reversal without an answer was asked about and not found: it may be sent again, once
 */
record Address(
        String tokenHash,
        Kind kind,
        PaymentId paymentId,
        OrderId orderId,
        UUID subjectId,
        @Nullable PersonId person,
        Money amount,
        @Nullable String accountReference,
        @Nullable String phoneHash,
        @Nullable String sealed,
        @Nullable String receipt,
        @Nullable RefundVia via,
        @Nullable String conversationId,
        @Nullable String originatorId,
        boolean mayResend,
        Instant createdAt) {

    enum Kind {
        PROMPT,
        REFUND,
        /** Where the answer to a question about a refund is posted. */
        QUESTION;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    static Address ofPrompt(
            String tokenHash,
            PaymentId payment,
            OrderId order,
            AttemptId attempt,
            PersonId person,
            Money amount,
            String accountReference,
            @Nullable String phoneHash,
            Instant at) {
        return new Address(
                tokenHash,
                Kind.PROMPT,
                payment,
                order,
                attempt.value(),
                person,
                amount,
                accountReference,
                phoneHash,
                null,
                null,
                null,
                null,
                null,
                false,
                at);
    }

    static Address ofRefund(
            String tokenHash,
            Kind kind,
            PaymentId payment,
            OrderId order,
            RefundId refund,
            Money amount,
            @Nullable String receipt,
            RefundVia via,
            @Nullable String sealedPhone,
            Instant at) {
        return new Address(
                tokenHash,
                kind,
                payment,
                order,
                refund.value(),
                null,
                amount,
                null,
                null,
                sealedPhone,
                receipt,
                via,
                null,
                null,
                false,
                at);
    }

    AttemptId attempt() {
        return new AttemptId(subjectId);
    }

    RefundId refund() {
        return new RefundId(subjectId);
    }
}
