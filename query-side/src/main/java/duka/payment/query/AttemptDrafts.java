package duka.payment.query;

import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentView.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A payment's attempts while one event changes them. */
final class AttemptDrafts {

    private final List<Attempt> attempts;

    AttemptDrafts(List<Attempt> before) {
        this.attempts = new ArrayList<>(before);
    }

    List<Attempt> list() {
        return List.copyOf(attempts);
    }

    void start(AttemptStarted event) {
        attempts.add(new Attempt(
                event.attemptId(),
                event.n(),
                AttemptState.CREATED,
                event.phone(),
                null,
                null,
                null,
                null,
                event.startedAt(),
                null));
    }

    void become(AttemptId id, AttemptState state) {
        change(
                id,
                attempt -> new Attempt(
                        attempt.id(),
                        attempt.n(),
                        state,
                        attempt.phone(),
                        attempt.checkoutRequestId(),
                        attempt.resultCode(),
                        attempt.resultText(),
                        attempt.receipt(),
                        attempt.startedAt(),
                        attempt.endedAt()));
    }

    /** The answer to a push may come after its time was over: that does not begin it again. */
    void unanswered(AttemptId id) {
        if (attempts.stream().noneMatch(attempt -> attempt.id().equals(id) && isOver(attempt))) {
            become(id, AttemptState.SEND_UNKNOWN);
        }
    }

    void accepted(PushAccepted event) {
        change(
                event.attemptId(),
                attempt -> new Attempt(
                        attempt.id(),
                        attempt.n(),
                        isOver(attempt) ? attempt.state() : AttemptState.PENDING,
                        attempt.phone(),
                        event.checkoutRequestId() == null ? attempt.checkoutRequestId() : event.checkoutRequestId(),
                        attempt.resultCode(),
                        attempt.resultText(),
                        attempt.receipt(),
                        attempt.startedAt(),
                        attempt.endedAt()));
    }

    void end(AttemptId id, AttemptState state, @Nullable String code, @Nullable String text, Instant at) {
        change(
                id,
                attempt -> new Attempt(
                        attempt.id(),
                        attempt.n(),
                        state,
                        attempt.phone(),
                        attempt.checkoutRequestId(),
                        code,
                        text,
                        attempt.receipt(),
                        attempt.startedAt(),
                        at));
    }

    private static boolean isOver(Attempt attempt) {
        return attempt.state() == AttemptState.EXPIRED_OPEN;
    }

    void disputed(AttemptDisputed event) {
        money(event.attemptId(), AttemptState.REVIEW, event.receipt());
    }

    /** Money is spoken of: whatever ended the attempt before did not. */
    void money(AttemptId id, AttemptState state, @Nullable String receipt) {
        change(
                id,
                attempt -> new Attempt(
                        attempt.id(),
                        attempt.n(),
                        state,
                        attempt.phone(),
                        attempt.checkoutRequestId(),
                        null,
                        null,
                        receipt == null ? attempt.receipt() : receipt,
                        attempt.startedAt(),
                        null));
    }

    void paid(AttemptId id, @Nullable String receipt, Instant at) {
        change(
                id,
                attempt -> new Attempt(
                        attempt.id(),
                        attempt.n(),
                        AttemptState.PAID,
                        attempt.phone(),
                        attempt.checkoutRequestId(),
                        "0",
                        null,
                        receipt == null ? attempt.receipt() : receipt,
                        attempt.startedAt(),
                        at));
    }

    void receipt(AttemptId id, String receipt) {
        change(
                id,
                attempt -> new Attempt(
                        attempt.id(),
                        attempt.n(),
                        attempt.state(),
                        attempt.phone(),
                        attempt.checkoutRequestId(),
                        attempt.resultCode(),
                        attempt.resultText(),
                        receipt,
                        attempt.startedAt(),
                        attempt.endedAt()));
    }

    private void change(AttemptId id, UnaryOperator<Attempt> change) {
        attempts.replaceAll(attempt -> attempt.id().equals(id) ? change.apply(attempt) : attempt);
    }
}
