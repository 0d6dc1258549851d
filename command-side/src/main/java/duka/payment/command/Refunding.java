package duka.payment.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.kernel.command.ExpectedVersion;
import duka.payment.api.OtherMoneyCommand.RecordProviderRefund;
import duka.payment.api.OtherMoneyCommand.SettleRefund;
import duka.payment.api.PaymentCommand.BeginRefund;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordRefundAccepted;
import duka.payment.api.PaymentCommand.RecordRefundFailed;
import duka.payment.api.PaymentCommand.RecordRefundSucceeded;
import duka.payment.api.PaymentCommand.RecordRefundUnanswered;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.payment.api.PaymentCommand.ReviseRefund;
import duka.payment.api.PaymentCommand.WithdrawRefund;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.ReceiptLearnt;
import duka.payment.api.PaymentEvent.RefundAccepted;
import duka.payment.api.PaymentEvent.RefundBegun;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundRevised;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.RefundUnanswered;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.payment.api.PaymentId;
import duka.payment.api.PaymentView.RefundState;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * What goes back of one payment: refundable is what came, less what went back or is on its way. One refund is sent at a
 * time, in the order in which they were asked for.
 */
class Refunding {

    private PaymentId payment;
    private OrderId order;
    private Takings takings;
    private Refunds refunds = Refunds.none();

    @SuppressWarnings("NullAway.Init")
    Refunding() {}

    @EventSourcingHandler
    void evolve(PaymentRequested event) {
        payment = event.paymentId();
        order = event.orderId();
        takings = Takings.none(event);
    }

    @EventSourcingHandler
    void evolve(AttemptStarted event) {
        takings = takings.prompting(event.attemptId(), event.phone());
    }

    @EventSourcingHandler
    void evolve(PaymentSettled event) {
        takings = takings.settledBy(event);
    }

    @EventSourcingHandler
    void evolve(ReceiptLearnt event) {
        if (takings.wereBroughtBy(event.attemptId())) {
            takings = takings.provenBy(event.receipt());
        }
    }

    @CommandHandler
    void decide(RequestRefund command) {
        if (refunds.find(command.refundId()).isPresent()) {
            return;
        }
        Money amount = takings.refundable(command.amount(), refunds);
        boolean byProcess = command.refundId().equals(RefundId.of(payment, command.reason()));
        RefundVia via = takings.wayBackOf(amount, refunds, byProcess);
        apply(new RefundRequested(
                payment,
                order,
                command.refundId(),
                amount,
                command.reason(),
                via,
                via == RefundVia.REVERSAL ? takings.receipt() : null,
                via == RefundVia.B2C ? takings.phone() : null,
                null));
    }

    @EventSourcingHandler
    void evolve(RefundRequested event) {
        Refund refund = Refund.requested(event);
        if (refund.excess()) {
            takings = takings.withExcess(refund.amount());
        }
        refunds.add(refund);
    }

    @CommandHandler
    void decide(ReviseRefund command) {
        Refund refund = refunds.waiting(command.refundId(), command.expectedVersion());
        if (!refund.reason().equals(command.reason())) {
            apply(new RefundRevised(payment, order, refund.id(), command.reason(), refund.version() + 1));
        }
    }

    @EventSourcingHandler
    void evolve(RefundRevised event) {
        refunds.change(event.refundId(), refund -> refund.because(event.reason(), event.version()));
    }

    @CommandHandler
    void decide(WithdrawRefund command) {
        if (refunds.find(command.refundId()).isPresent()) {
            Refund refund = refunds.waiting(command.refundId(), command.expectedVersion());
            apply(new RefundWithdrawn(payment, order, refund.id()));
        }
    }

    @EventSourcingHandler
    void evolve(RefundWithdrawn event) {
        refunds.remove(event.refundId());
    }

    @CommandHandler
    Leave decide(BeginRefund command) {
        Refund refund = refunds.find(command.refundId()).orElse(null);
        if (refund == null || refund.isByHand()) {
            return Leave.NOT_WANTED;
        }
        if (refund.isOnItsWay()) {
            return Leave.BEGUN_BEFORE;
        }
        if (!refund.isWaiting()) {
            return Leave.NOT_WANTED;
        }
        if (!refunds.isTurnOf(refund)) {
            return Leave.WAIT;
        }
        apply(new RefundBegun(payment, order, refund.id()));
        return Leave.GO;
    }

    @EventSourcingHandler
    void evolve(RefundBegun event) {
        refunds.change(event.refundId(), refund -> refund.in(RefundState.PROCESSING));
    }

    @CommandHandler
    void decide(RecordRefundAccepted command) {
        if (refunds.find(command.refundId()).filter(Refund::awaitsAcceptance).isPresent()) {
            apply(new RefundAccepted(
                    payment, order, command.refundId(), command.conversationId(), command.originatorConversationId()));
        }
    }

    @EventSourcingHandler
    void evolve(RefundAccepted event) {
        refunds.change(
                event.refundId(), refund -> refund.in(RefundState.PROCESSING).accepted());
    }

    @CommandHandler
    void decide(RecordRefundUnanswered command) {
        if (refunds.find(command.refundId()).filter(Refund::isProcessing).isPresent()) {
            apply(new RefundUnanswered(payment, order, command.refundId()));
        }
    }

    @EventSourcingHandler
    void evolve(RefundUnanswered event) {
        refunds.change(event.refundId(), refund -> refund.in(RefundState.UNKNOWN));
    }

    @CommandHandler
    void decide(RecordRefundSucceeded command) {
        refunds.find(command.refundId())
                .filter(refund -> !refund.isDone())
                .ifPresent(refund -> apply(
                        new RefundSucceeded(payment, order, refund.id(), refund.amount(), command.receipt(), null)));
    }

    @CommandHandler
    void decide(SettleRefund command) {
        Refund refund = refunds.find(command.refundId()).orElseThrow(() -> Rejection.notFound("refund"));
        if (!refund.isByHand()) {
            throw new Rejection("refund_not_manual", "M-Pesa sends this refund.");
        }
        if (!refund.isDone()) {
            ExpectedVersion.require(command.expectedVersion(), refund.version());
            apply(new RefundSucceeded(payment, order, refund.id(), refund.amount(), command.receipt(), null));
        }
    }

    @CommandHandler
    void decide(RecordProviderRefund command) {
        External.require(takings.method());
        if (refunds.find(command.refundId()).isPresent()) {
            return;
        }
        Refund owed = refunds.oldestByHand(command.amount()).orElse(null);
        if (owed == null) {
            Money amount = takings.refundable(command.amount(), refunds);
            apply(new RefundRequested(
                    payment,
                    order,
                    command.refundId(),
                    amount,
                    "refunded_by_provider",
                    RefundVia.MANUAL,
                    null,
                    null,
                    null));
        }
        RefundId done = owed == null ? command.refundId() : owed.id();
        apply(new RefundSucceeded(payment, order, done, command.amount(), command.receipt(), null));
    }

    @EventSourcingHandler
    void evolve(RefundSucceeded event) {
        refunds.change(event.refundId(), refund -> refund.in(RefundState.SUCCEEDED));
    }

    @CommandHandler
    void decide(RecordRefundFailed command) {
        refunds.find(command.refundId())
                .filter(refund -> refund.isWaiting() || refund.isOnItsWay())
                .ifPresent(refund ->
                        apply(new RefundFailed(payment, order, refund.id(), command.code(), command.message())));
    }

    @EventSourcingHandler
    void evolve(RefundFailed event) {
        refunds.change(event.refundId(), refund -> refund.in(RefundState.FAILED));
    }
}
