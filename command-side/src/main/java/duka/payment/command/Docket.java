package duka.payment.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.ContradictionNoted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.ReceiptLearnt;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * What may be written down about one attempt's money.
 *
 * @param settled whether the order is paid, by this attempt or by another
 */
record Docket(PaymentId payment, OrderId order, Money asked, boolean settled, Attempt attempt) {

    private static final String SECOND_PAYMENT = "second_payment";

    /** The name under which an attempt remembers that it heard something. */
    static String fact(String code, String source) {
        return source + ":" + code;
    }

    static String secondPayment(@Nullable String receipt) {
        return fact(String.valueOf(receipt), SECOND_PAYMENT);
    }

    void report(@Nullable String receipt, String source) {
        apply(new MoneyReported(payment, order, attempt.id(), asked, receipt, source));
    }

    void learn(String receipt, String source) {
        apply(new ReceiptLearnt(payment, order, attempt.id(), receipt, source));
    }

    void fail(String code, String text) {
        apply(new AttemptFailed(payment, order, attempt.id(), code, text));
    }

    /** Something does not fit: nothing of value is released on it. */
    void dispute(String reason, @Nullable Money amount, @Nullable String receipt) {
        if (attempt.isClosedFor(receipt)) {
            return;
        }
        if (attempt.state() == AttemptState.PAID || attempt.state() == AttemptState.REVIEW) {
            note(reason, Hearing.CALLBACK);
        } else {
            apply(new AttemptDisputed(payment, order, attempt.id(), reason, amount, receipt));
        }
    }

    /** Kept once, changes nothing. */
    void note(String code, String source) {
        if (!attempt.hasHeard(fact(code, source))) {
            apply(new ContradictionNoted(payment, order, attempt.id(), code, source));
        }
    }

    void settle(@Nullable String receipt) {
        if (settled) {
            apply(new AttemptDisputed(payment, order, attempt.id(), SECOND_PAYMENT, asked, receipt));
            giveBack(asked, receipt);
        } else {
            apply(new PaymentSettled(payment, order, attempt.id(), asked, receipt, null));
        }
    }

    void giveBack(Money amount, @Nullable String receipt) {
        if (!attempt.hasHeard(secondPayment(receipt))) {
            apply(new SecondPaymentReceived(payment, order, attempt.id(), amount, receipt));
            apply(Refund.ofExcess(payment, order, attempt, amount, receipt, SECOND_PAYMENT));
        }
    }

    /** Staff say that the disputed money pays for the order. */
    void accept() {
        if (settled) {
            throw new Rejection("payment_settled", "The order is paid already.");
        }
        Money named = disputedAmount();
        apply(new PaymentSettled(payment, order, attempt.id(), named == null ? asked : named, disputedReceipt(), null));
    }

    /** Staff say that the disputed money goes back. */
    void refund(String note) {
        Money named = disputedAmount();
        if (named == null) {
            throw new Rejection("refund_exceeds_payment", "Nobody knows of money that could go back.");
        }
        fail("refunded_by_staff", note);
        apply(Refund.ofExcess(payment, order, attempt, named, disputedReceipt(), "disputed_payment"));
    }

    private @Nullable Money disputedAmount() {
        Attempt.Disputed disputed = attempt.disputed();
        return disputed == null ? null : disputed.amount();
    }

    private @Nullable String disputedReceipt() {
        Attempt.Disputed disputed = attempt.disputed();
        String own = attempt.receipt();
        return own != null || disputed == null ? own : disputed.receipt();
    }
}
