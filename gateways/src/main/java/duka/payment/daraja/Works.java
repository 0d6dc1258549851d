package duka.payment.daraja;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pieces of due work are about. Their names are stored, and so never change. */
final class Works {

    static final String PUSH = "payment.push";
    static final String ASK = "payment.ask";
    static final String VERIFY = "payment.verify";
    static final String ASK_DISPUTED = "payment.ask-disputed";
    static final String RECEIPT = "payment.receipt";
    static final String REFUND = "payment.refund";
    static final String ASK_ABOUT_REFUND = "payment.ask-about-refund";
    static final String CALLBACK = "payment.callback";
    static final String RETENTION = "payment.callback-retention";
    static final String RECONCILE = "payment.reconcile";

    private Works() {}

    record Push(PaymentId paymentId, AttemptId attemptId, Personal phone, Money amount, String accountReference) {}

    /** @param since when the prompt went out, or when the doubt began */
    record Ask(PaymentId paymentId, AttemptId attemptId, Instant since) {}

    record Receipt(PaymentId paymentId, AttemptId attemptId, Instant since) {}

    record Refund(
            PaymentId paymentId,
            OrderId orderId,
            RefundId refundId,
            Money amount,
            RefundVia via,
            @Nullable String receipt,
            @Nullable Personal phone) {}

    record Callback(UUID id) {}

    record Retention() {}

    record Reconcile() {}
}
