package duka.checkout.saga;

import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentEvent.ProviderMoneyDeclined;
import duka.payment.api.PaymentEvent.ProviderMoneyDisputed;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to pay that are not decided yet.
 *
 * @param prompting a prompt may be on a phone
 * @param claiming somebody says that money came, and it is not confirmed or it is disputed
 */
record Attempts(Set<AttemptId> prompting, Set<AttemptId> claiming) {

    static final Attempts NONE = new Attempts(Set.of(), Set.of());

    Attempts after(PaymentEvent.Turn event) {
        return switch (event) {
            case AttemptStarted started -> prompting(started.attemptId());
            case MoneyReported reported -> claiming(reported.attemptId());
            case AttemptDisputed disputed -> claiming(disputed.attemptId());
            case PushRefused refused -> without(refused.attemptId());
            case AttemptFailed failed -> without(failed.attemptId());
            case AttemptExpired expired -> without(expired.attemptId());
            case ProviderMoneyDisputed disputed -> claiming(AttemptId.unprompted(disputed.paymentId()));
            case ProviderMoneyDeclined declined -> without(AttemptId.unprompted(declined.paymentId()));
            case PaymentSettled settled -> without(payer(settled));
            case SecondPaymentReceived second -> without(second.attemptId());
            case RefundRequested refund -> without(refund.excessOf());
            case PaymentVoided voided -> NONE;
            default -> this;
        };
    }

    private static AttemptId payer(PaymentSettled settled) {
        AttemptId attempt = settled.attemptId();
        return attempt == null ? AttemptId.unprompted(settled.paymentId()) : attempt;
    }

    boolean somebodyMayStillAnswer() {
        return !prompting.isEmpty();
    }

    boolean somebodySaysItIsPaid() {
        return !claiming.isEmpty();
    }

    /** An attempt that was told about before it was told to have started is not forgotten by that. */
    private Attempts prompting(AttemptId attempt) {
        return claiming.contains(attempt) ? this : new Attempts(with(prompting, attempt), claiming);
    }

    private Attempts claiming(AttemptId attempt) {
        return new Attempts(without(prompting, attempt), with(claiming, attempt));
    }

    private Attempts without(@Nullable AttemptId attempt) {
        return attempt == null ? this : new Attempts(without(prompting, attempt), without(claiming, attempt));
    }

    private static Set<AttemptId> with(Set<AttemptId> attempts, AttemptId one) {
        Set<AttemptId> more = new HashSet<>(attempts);
        more.add(one);
        return more;
    }

    private static Set<AttemptId> without(Set<AttemptId> attempts, AttemptId one) {
        Set<AttemptId> fewer = new HashSet<>(attempts);
        fewer.remove(one);
        return fewer;
    }
}
