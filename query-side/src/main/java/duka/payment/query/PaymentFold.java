package duka.payment.query;

import duka.kernel.Money;
import duka.kernel.query.MissingRow;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.ContradictionNoted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentAnnotated;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentEvent.ProviderMoneyDeclined;
import duka.payment.api.PaymentEvent.ProviderMoneyDisputed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentEvent.PushBegun;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.PushUnanswered;
import duka.payment.api.PaymentEvent.ReceiptLearnt;
import duka.payment.api.PaymentEvent.RefundAccepted;
import duka.payment.api.PaymentEvent.RefundBegun;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundRevised;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.RefundUnanswered;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.PaymentView;
import duka.payment.api.PaymentView.OtherMoney;
import duka.payment.api.PaymentView.RefundState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payment's events make of it. */
final class PaymentFold {

    private PaymentFold() {}

    /** @param before {@code null} before the first event */
    static PaymentView apply(@Nullable PaymentView before, PaymentEvent event, Instant at) {
        return event instanceof PaymentRequested requested
                ? requested(requested, at)
                : goOn(MissingRow.unless(before, event.paymentId()), event, at);
    }

    private static PaymentView requested(PaymentRequested event, Instant at) {
        return new PaymentView(
                event.paymentId(),
                event.orderId(),
                event.customerId(),
                event.method(),
                event.amount(),
                event.payBy(),
                false,
                false,
                Money.zero(event.amount().currency()),
                List.of(),
                List.of(),
                null,
                "",
                at,
                at,
                1);
    }

    private static PaymentView goOn(PaymentView before, PaymentEvent event, Instant at) {
        PaymentDraft payment = new PaymentDraft(before, at);
        switch (event) {
            case PaymentRequested requested -> {
                return requested(requested, at);
            }
            case AttemptStarted started -> payment.attempts().start(started);
            case PushBegun begun -> payment.attempts().become(begun.attemptId(), AttemptState.SENDING);
            case PushAccepted accepted -> payment.attempts().accepted(accepted);
            case PushUnanswered unanswered -> payment.attempts().unanswered(unanswered.attemptId());
            case PushRefused refused ->
                payment.attempts()
                        .end(refused.attemptId(), AttemptState.REJECTED, refused.code(), refused.message(), at);
            case AttemptFailed failed ->
                payment.attempts().end(failed.attemptId(), AttemptState.FAILED, failed.code(), failed.message(), at);
            case AttemptExpired expired ->
                payment.attempts().end(expired.attemptId(), AttemptState.EXPIRED_OPEN, null, null, at);
            case AttemptDisputed disputed -> payment.attempts().disputed(disputed);
            case MoneyReported reported ->
                payment.attempts().money(reported.attemptId(), AttemptState.PAID_UNVERIFIED, reported.receipt());
            case ReceiptLearnt learnt -> payment.attempts().receipt(learnt.attemptId(), learnt.receipt());
            case PaymentSettled settled -> {
                payment.settle();
                if (settled.attemptId() == null) {
                    payment.otherMoney(
                            new OtherMoney(AttemptState.PAID, settled.amount(), settled.receipt(), null, null));
                } else {
                    payment.attempts().paid(settled.attemptId(), settled.receipt(), orElse(settled.occurredAt(), at));
                }
            }
            case ProviderPaymentFailed failed ->
                payment.otherMoney(new OtherMoney(AttemptState.FAILED, null, null, failed.code(), failed.message()));
            case ProviderMoneyDisputed disputed ->
                payment.otherMoney(new OtherMoney(
                        AttemptState.REVIEW, disputed.amount(), disputed.receipt(), disputed.reason(), null));
            case ProviderMoneyDeclined declined ->
                payment.otherMoney(new OtherMoney(
                        AttemptState.FAILED, null, declined.receipt(), "declined_by_staff", declined.note()));
            case PaymentVoided voided -> payment.end();
            case PaymentAnnotated annotated -> payment.annotate(annotated.note(), annotated.version());
            case RefundRequested requested -> payment.refunds().request(requested, at);
            case RefundRevised revised ->
                payment.refunds().revise(revised.refundId(), revised.reason(), revised.version(), at);
            case RefundWithdrawn withdrawn -> payment.refunds().withdraw(withdrawn.refundId());
            case RefundBegun begun -> payment.refunds().become(begun.refundId(), RefundState.PROCESSING, at);
            case RefundAccepted accepted -> payment.refunds().become(accepted.refundId(), RefundState.PROCESSING, at);
            case RefundUnanswered unanswered ->
                payment.refunds().become(unanswered.refundId(), RefundState.UNKNOWN, at);
            case RefundSucceeded succeeded -> payment.succeed(succeeded, orElse(succeeded.occurredAt(), at));
            case RefundFailed failed -> payment.refunds().fail(failed.refundId(), failed.code(), failed.message(), at);
            // Nothing that is shown changes but the time of the last news.
            case ContradictionNoted noted -> {}
            case SecondPaymentReceived second -> {}
        }
        return payment.view();
    }

    /** Imported history says itself when something happened. */
    private static Instant orElse(@Nullable Instant occurredAt, Instant at) {
        return occurredAt == null ? at : occurredAt;
    }
}
