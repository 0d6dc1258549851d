package duka.payment.query;

import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentView.Refund;
import duka.payment.api.PaymentView.RefundState;
import duka.payment.api.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment's refunds while one event changes them. */
final class RefundDrafts {

    private final List<Refund> refunds;

    RefundDrafts(List<Refund> before) {
        this.refunds = new ArrayList<>(before);
    }

    List<Refund> list() {
        return List.copyOf(refunds);
    }

    void request(RefundRequested event, Instant at) {
        refunds.add(new Refund(
                event.refundId(),
                event.amount(),
                event.reason(),
                RefundState.REQUESTED,
                event.via(),
                null,
                null,
                null,
                event.excessOf() != null,
                at,
                at,
                1));
    }

    void revise(RefundId id, String reason, long version, Instant at) {
        Refund old = get(id);
        put(new Refund(
                id,
                old.amount(),
                reason,
                old.state(),
                old.via(),
                old.receipt(),
                old.failureCode(),
                old.failureMessage(),
                old.excess(),
                old.createdAt(),
                at,
                version));
    }

    void withdraw(RefundId id) {
        refunds.removeIf(refund -> refund.id().equals(id));
    }

    void become(RefundId id, RefundState state, Instant at) {
        Refund old = get(id);
        put(with(old, state, old.receipt(), old.failureCode(), old.failureMessage(), at));
    }

    Refund succeed(RefundId id, @Nullable String receipt, Instant at) {
        Refund succeeded = with(get(id), RefundState.SUCCEEDED, receipt, null, null, at);
        put(succeeded);
        return succeeded;
    }

    void fail(RefundId id, String code, String message, Instant at) {
        put(with(get(id), RefundState.FAILED, null, code, message, at));
    }

    private Refund get(RefundId id) {
        return refunds.stream()
                .filter(refund -> refund.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No earlier event asked for refund " + id));
    }

    private void put(Refund changed) {
        refunds.replaceAll(refund -> refund.id().equals(changed.id()) ? changed : refund);
    }

    private static Refund with(
            Refund old,
            RefundState state,
            @Nullable String receipt,
            @Nullable String failureCode,
            @Nullable String failureMessage,
            Instant at) {
        return new Refund(
                old.id(),
                old.amount(),
                old.reason(),
                state,
                old.via(),
                receipt,
                failureCode,
                failureMessage,
                old.excess(),
                old.createdAt(),
                at,
                old.version());
    }
}
