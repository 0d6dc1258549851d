package duka.payment.query;

import duka.kernel.Money;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentView;
import java.time.Instant;

/** A payment's view while one event changes it. */
final class PaymentDraft {

    private final PaymentView before;
    private final Instant at;
    private final AttemptDrafts attempts;
    private final RefundDrafts refunds;
    private boolean settled;
    private boolean voided;
    private Money refunded;
    private String note;
    private long version;

    PaymentDraft(PaymentView before, Instant at) {
        this.before = before;
        this.at = at;
        this.attempts = new AttemptDrafts(before.attempts());
        this.refunds = new RefundDrafts(before.refunds());
        this.settled = before.settled();
        this.voided = before.voided();
        this.refunded = before.refunded();
        this.note = before.note();
        this.version = before.version();
    }

    AttemptDrafts attempts() {
        return attempts;
    }

    RefundDrafts refunds() {
        return refunds;
    }

    void settle() {
        settled = true;
    }

    void end() {
        voided = true;
    }

    void annotate(String text, long edited) {
        note = text;
        version = edited;
    }

    void succeed(RefundSucceeded event, Instant when) {
        if (!refunds.succeed(event.refundId(), event.receipt(), when).excess()) {
            refunded = refunded.plus(event.amount());
        }
    }

    PaymentView view() {
        return new PaymentView(
                before.id(),
                before.orderId(),
                before.customerId(),
                before.method(),
                before.amount(),
                before.payBy(),
                settled,
                voided,
                refunded,
                attempts.list(),
                refunds.list(),
                note,
                before.createdAt(),
                at,
                version);
    }
}
