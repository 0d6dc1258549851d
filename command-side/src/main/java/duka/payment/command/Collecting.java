package duka.payment.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentCommand.BeginPush;
import duka.payment.api.PaymentCommand.DisputeAttempt;
import duka.payment.api.PaymentCommand.ExpireAttempt;
import duka.payment.api.PaymentCommand.GiveUpAttempt;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordPushAccepted;
import duka.payment.api.PaymentCommand.RecordPushRefused;
import duka.payment.api.PaymentCommand.RecordPushUnanswered;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.RecordReceipt;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentEvent.AttemptDisputed;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.ContradictionNoted;
import duka.payment.api.PaymentEvent.MoneyReported;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentEvent.PushAccepted;
import duka.payment.api.PaymentEvent.PushBegun;
import duka.payment.api.PaymentEvent.PushRefused;
import duka.payment.api.PaymentEvent.PushUnanswered;
import duka.payment.api.PaymentEvent.ReceiptLearnt;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.PaymentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * The prompts of one payment, each in a state of section 10 of the Daraja notes. A prompt is sent once; whatever is
 * said about it later is weighed by {@link Hearing}.
 */
class Collecting {

    private PaymentId payment;
    private OrderId order;
    private Money asked;
    private boolean settled;
    private boolean voided;
    private Attempts attempts = Attempts.none();

    @SuppressWarnings("NullAway.Init")
    Collecting() {}

    @EventSourcingHandler
    void evolve(PaymentRequested event) {
        payment = event.paymentId();
        order = event.orderId();
        asked = event.amount();
    }

    @EventSourcingHandler
    void evolve(AttemptStarted event) {
        attempts.add(Attempt.started(event.attemptId(), event.n(), event.phone(), event.startedAt()));
    }

    @CommandHandler
    Leave decide(BeginPush command) {
        Attempt attempt = attempts.get(command.attemptId());
        if (attempt.isPushUnheard()) {
            return Leave.BEGUN_BEFORE;
        }
        if (attempt.state() != AttemptState.CREATED) {
            return Leave.NOT_WANTED;
        }
        if (settled || voided) {
            apply(new PushRefused(payment, order, attempt.id(), "not_wanted", "No prompt is wanted any more."));
            return Leave.NOT_WANTED;
        }
        apply(new PushBegun(payment, order, attempt.id()));
        return Leave.GO;
    }

    @EventSourcingHandler
    void evolve(PushBegun event) {
        attempts.change(event.attemptId(), Attempt::pushBegun);
    }

    @CommandHandler
    void decide(RecordPushAccepted command) {
        if (attempts.get(command.attemptId()).awaitsItsPush()) {
            apply(new PushAccepted(
                    payment, order, command.attemptId(), command.merchantRequestId(), command.checkoutRequestId()));
        }
    }

    @EventSourcingHandler
    void evolve(PushAccepted event) {
        attempts.change(event.attemptId(), attempt -> attempt.pushAccepted(event.checkoutRequestId()));
    }

    @CommandHandler
    void decide(RecordPushRefused command) {
        if (attempts.get(command.attemptId()).state() == AttemptState.SENDING) {
            apply(new PushRefused(payment, order, command.attemptId(), command.code(), command.message()));
        }
    }

    @EventSourcingHandler
    void evolve(PushRefused event) {
        attempts.change(event.attemptId(), attempt -> attempt.in(AttemptState.REJECTED));
    }

    @CommandHandler
    void decide(RecordPushUnanswered command) {
        if (attempts.get(command.attemptId()).isPushUnheard()) {
            apply(new PushUnanswered(payment, order, command.attemptId()));
        }
    }

    @EventSourcingHandler
    void evolve(PushUnanswered event) {
        attempts.change(event.attemptId(), Attempt::pushUnanswered);
    }

    @CommandHandler
    void decide(RecordCallback command) {
        AttemptId id = command.attemptId();
        if (attempts.get(id).awaitsItsPush()) {
            apply(new PushAccepted(payment, order, id, command.merchantRequestId(), command.checkoutRequestId()));
        }
        about(id).calledBack(command);
    }

    @CommandHandler
    AttemptState decide(RecordQueryAnswer command) {
        about(command.attemptId()).answered(command);
        return attempts.get(command.attemptId()).state();
    }

    @CommandHandler
    AttemptState decide(RecordReceipt command) {
        about(command.attemptId()).found(command.amount(), command.receipt(), command.source());
        return attempts.get(command.attemptId()).state();
    }

    @EventSourcingHandler
    void evolve(MoneyReported event) {
        attempts.change(
                event.attemptId(),
                attempt -> attempt.in(AttemptState.PAID_UNVERIFIED)
                        .with(event.receipt(), !event.source().equals(Hearing.CALLBACK)));
    }

    @EventSourcingHandler
    void evolve(ReceiptLearnt event) {
        attempts.change(
                event.attemptId(),
                attempt -> attempt.with(event.receipt(), !event.source().equals(Hearing.CALLBACK)));
    }

    @EventSourcingHandler
    void evolve(AttemptFailed event) {
        attempts.change(event.attemptId(), attempt -> attempt.in(AttemptState.FAILED));
    }

    @EventSourcingHandler
    void evolve(ContradictionNoted event) {
        attempts.change(event.attemptId(), attempt -> attempt.hearing(Docket.fact(event.code(), event.source())));
    }

    @EventSourcingHandler
    void evolve(PaymentSettled event) {
        settled = true;
        AttemptId id = event.attemptId();
        if (id != null) {
            attempts.change(id, attempt -> attempt.in(AttemptState.PAID).with(event.receipt(), false));
        }
    }

    @EventSourcingHandler
    void evolve(SecondPaymentReceived event) {
        attempts.change(event.attemptId(), attempt -> attempt.hearing(Docket.secondPayment(event.receipt())));
    }

    @CommandHandler
    void decide(DisputeAttempt command) {
        docketOf(command.attemptId()).dispute(command.reason(), null, null);
    }

    @EventSourcingHandler
    void evolve(AttemptDisputed event) {
        attempts.change(
                event.attemptId(),
                attempt -> attempt.in(AttemptState.REVIEW).disputing(event.amount(), event.receipt()));
    }

    /** What staff decide; the {@link Payment} asks. */
    void resolve(ResolveDispute command) {
        about(attempts.disputed().id()).decided(command);
    }

    @EventSourcingHandler
    void evolve(RefundRequested event) {
        AttemptId id = event.excessOf();
        if (id != null) {
            attempts.change(id, attempt -> attempt.givingBack(event.receipt()));
        }
    }

    @CommandHandler
    void decide(ExpireAttempt command) {
        if (attempts.get(command.attemptId()).isOpen()) {
            apply(new AttemptExpired(payment, order, command.attemptId()));
        }
    }

    @EventSourcingHandler
    void evolve(AttemptExpired event) {
        attempts.change(event.attemptId(), attempt -> attempt.in(AttemptState.EXPIRED_OPEN));
    }

    @CommandHandler
    void decide(GiveUpAttempt command) {
        Attempt attempt = attempts.get(command.attemptId());
        if (attempt.isOpen() || attempt.isBeingVerified() || attempt.state() == AttemptState.EXPIRED_OPEN) {
            docketOf(attempt.id()).dispute("no_answer", null, null);
        }
    }

    @EventSourcingHandler
    void evolve(PaymentVoided event) {
        voided = true;
    }

    Attempts attempts() {
        return attempts;
    }

    private Hearing about(AttemptId id) {
        return new Hearing(docketOf(id), attempts.get(id));
    }

    private Docket docketOf(AttemptId id) {
        return new Docket(payment, order, asked, settled, attempts.get(id));
    }
}
