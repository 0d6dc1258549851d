package duka.payment.query;

import duka.kernel.Money;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentView;
import duka.payment.api.PaymentView.OtherMoney;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment's view while one event changes it. */
final class PaymentDraft {

    private final PaymentView before;
    private final Instant at;
    private final AttemptDrafts attempts;
    private final RefundDrafts refunds;
    private boolean settled;
    private boolean voided;
    private Money refunded;
    private @Nullable OtherMoney otherMoney;
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
        this.otherMoney = before.otherMoney();
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

    void otherMoney(OtherMoney known) {
        otherMoney = known;
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
                otherMoney,
                note,
                before.createdAt(),
                at,
                version);
    }
}
