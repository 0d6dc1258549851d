package duka.payment.daraja;

import duka.kernel.PhoneNumber;
import duka.kernel.api.Deadlines;
import duka.kernel.api.DueWork;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.PushUnanswered;
import duka.payment.api.PaymentEvent.ReceiptLearnt;
import duka.payment.api.PaymentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Writes down what must be done outside when an attempt takes a step. It calls nobody itself. */
@Component
@ProcessingGroup("payment.daraja")
@DisallowReplay
class PromptWorkOnAttempt {

    private static final Duration FIRST_QUESTION = Duration.ofSeconds(20);
    private static final Duration NEXT_QUESTION = Duration.ofSeconds(10);
    private static final Duration DISPUTED_QUESTION = Duration.ofSeconds(15);
    private static final String CALLBACK = "callback";

    private final DueWork dueWork;
    private final Deadlines deadlines;
    private final AddressBook addresses;
    private final Secrecy secrecy;
    private final AttemptTimes times;
    private final Clock clock;

    PromptWorkOnAttempt(
            DueWork dueWork,
            Deadlines deadlines,
            AddressBook addresses,
            Secrecy secrecy,
            AttemptTimes times,
            Clock clock) {
        this.dueWork = dueWork;
        this.deadlines = deadlines;
        this.addresses = addresses;
        this.secrecy = secrecy;
        this.times = times;
        this.clock = clock;
    }

    @EventHandler
    void on(AttemptStarted event) {
        AttemptId attempt = event.attemptId();
        String phoneHash = event.phone()
                .reveal()
                .flatMap(PhoneNumber::parse)
                .map(secrecy::hashOf)
                .orElse(null);
        addresses.enter(Address.ofPrompt(
                secrecy.hashOfToken(secrecy.token(Address.Kind.PROMPT, attempt)),
                event.paymentId(),
                event.orderId(),
                attempt,
                event.phone().owner(),
                event.amount(),
                event.accountReference(),
                phoneHash,
                event.startedAt()));
        String id = AttemptDeadline.id(event.paymentId(), attempt);
        // From now on, and not from when it was wished for: after a backlog it would be over before it began.
        Instant now = clock.instant();
        deadlines.set(AttemptDeadline.EXPIRY, id, now.plus(times.deadline()));
        deadlines.set(AttemptDeadline.END, id, now.plus(Rhythm.GIVEN_UP));
        dueWork.schedule(
                Works.PUSH,
                attempt.toString(),
                new Works.Push(event.paymentId(), attempt, event.phone(), event.amount(), event.accountReference()),
                Duration.ZERO);
    }

    @EventHandler
    void on(PushAccepted event, @Timestamp Instant at) {
        ask(Works.ASK, event.paymentId(), event.attemptId(), at, FIRST_QUESTION);
    }

    /** Its id may still be learnt from its callback, and then it can be asked about. */
    @EventHandler
    void on(PushUnanswered event, @Timestamp Instant at) {
        ask(Works.ASK, event.paymentId(), event.attemptId(), at, FIRST_QUESTION);
    }

    @EventHandler
    void on(PushRefused event) {
        addresses.close(event.attemptId());
    }

    @EventHandler
    void on(MoneyReported event, @Timestamp Instant at) {
        addresses.close(event.attemptId());
        if (event.source().equals(CALLBACK)) {
            ask(Works.VERIFY, event.paymentId(), event.attemptId(), at, Duration.ZERO);
        }
        ask(Works.ASK, event.paymentId(), event.attemptId(), at, NEXT_QUESTION);
    }

    /** A matching callback may clear a dispute, if Daraja agrees. */
    @EventHandler
    void on(ReceiptLearnt event, @Timestamp Instant at) {
        dueWork.cancel(Works.RECEIPT, event.attemptId().toString());
        if (event.source().equals(CALLBACK)) {
            ask(Works.VERIFY, event.paymentId(), event.attemptId(), at, Duration.ZERO);
        }
    }

    @EventHandler
    void on(AttemptFailed event) {
        addresses.close(event.attemptId());
    }

    @EventHandler
    void on(AttemptExpired event) {
        addresses.close(event.attemptId());
    }

    @EventHandler
    void on(AttemptDisputed event, @Timestamp Instant at) {
        addresses.close(event.attemptId());
        ask(Works.ASK_DISPUTED, event.paymentId(), event.attemptId(), at, DISPUTED_QUESTION);
    }

    @EventHandler
    void on(PaymentSettled event, @Timestamp Instant at) {
        AttemptId attempt = event.attemptId();
        if (attempt != null) {
            addresses.close(attempt);
            if (event.receipt() == null) {
                dueWork.schedule(
                        Works.RECEIPT,
                        attempt.toString(),
                        new Works.Receipt(event.paymentId(), attempt, at),
                        Duration.ZERO);
            }
        }
    }

    private void ask(String task, PaymentId payment, AttemptId attempt, Instant since, Duration delay) {
        dueWork.schedule(task, attempt.toString(), new Works.Ask(payment, attempt, since), delay);
    }
}
