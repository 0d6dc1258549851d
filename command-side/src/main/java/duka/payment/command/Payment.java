package duka.payment.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.identity.api.AccountId;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Personal;
import duka.kernel.Rejection;
import duka.kernel.command.ExpectedVersion;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.AttemptId;
import duka.payment.api.PastMoneyCommand.ImportPayment;
import duka.payment.api.PaymentCommand.AnnotatePayment;
import duka.payment.api.PaymentCommand.RequestPayment;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentCommand.SettlePayment;
import duka.payment.api.PaymentCommand.StartAttempt;
import duka.payment.api.PaymentCommand.VoidPayment;
import duka.payment.api.PaymentEvent.AttemptStarted;
import duka.payment.api.PaymentEvent.PaymentAnnotated;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.PaymentVoided;
import duka.payment.api.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The money of one order: what is asked for, the {@link Collecting} of it by prompts, the
 * {@link OtherMoney}, and the {@link Refunding}.
 *
 * <p>Money wins: whatever failed, expired or was voided before, money that comes and is confirmed settles the payment.
 */
@Aggregate(type = "payment.Payment", cache = "aggregateCache", snapshotTriggerDefinition = "aggregateSnapshots")
class Payment {

    private static final Duration LAST_MINUTES_WITHOUT_A_PROMPT = Duration.ofMinutes(3);

    @AggregateIdentifier
    private PaymentId id;

    private OrderId orderId;
    private Money amount;
    private PaymentMethod method;
    private String accountReference;
    private Instant payBy;
    private boolean settled;
    private @Nullable String receipt;
    private boolean voided;
    private long version;

    @AggregateMember
    private Collecting collecting = new Collecting();

    /** Hears its commands and events through the framework alone. */
    @AggregateMember
    @SuppressWarnings("UnusedVariable")
    private Refunding refunding = new Refunding();

    @AggregateMember
    private OtherMoney otherMoney = new OtherMoney();

    /** Hears its commands and events through the framework alone. */
    @AggregateMember
    @SuppressWarnings("UnusedVariable")
    private PastMoney pastMoney = new PastMoney();

    @SuppressWarnings("NullAway.Init")
    Payment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RequestPayment command) {
        if (version > 0) {
            refuseUnlessTheSame(command);
            return;
        }
        AccountId customer = command.customerId();
        apply(new PaymentRequested(
                command.paymentId(),
                command.orderId(),
                customer,
                command.amount(),
                command.method(),
                command.accountReference(),
                command.payBy()));
        Personal phone = command.phone();
        if (phone != null && command.method() == PaymentMethod.MPESA) {
            start(1, phone, command.at());
        }
    }

    @EventSourcingHandler
    void evolve(PaymentRequested event) {
        id = event.paymentId();
        orderId = event.orderId();
        amount = event.amount();
        method = event.method();
        accountReference = event.accountReference();
        payBy = event.payBy();
        version = 1;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ImportPayment command) {
        if (version > 0) {
            if (!orderId.equals(command.orderId()) || !amount.equals(command.amount())) {
                throw idTaken();
            }
            return;
        }
        PaymentId payment = command.paymentId();
        OrderId order = command.orderId();
        Instant past = command.occurredAt();
        apply(new PaymentRequested(
                payment, order, null, command.amount(), PaymentMethod.EXTERNAL, command.accountReference(), past));
        apply(new PaymentSettled(payment, order, null, command.amount(), null, past));
    }

    /** What it begins is remembered by {@link Collecting#evolve(AttemptStarted)}. */
    @CommandHandler
    void decide(StartAttempt command) {
        Attempts attempts = collecting.attempts();
        if (attempts.has(command.n(), command.phone())) {
            return;
        }
        if (!isPayableAt(command.at())) {
            throw new Rejection("order_not_payable", "This order cannot be paid by a prompt now.");
        }
        attempts.secondsUntilAnotherMayBegin(command.at()).ifPresent(seconds -> {
            throw inProgress(seconds);
        });
        if (command.n() != attempts.count() + 1) {
            throw inProgress(1);
        }
        start(command.n(), command.phone(), command.at());
    }

    @CommandHandler
    void decide(VoidPayment command) {
        if (settled) {
            throw alreadySettled();
        }
        if (!voided) {
            apply(new PaymentVoided(id, orderId));
        }
    }

    @EventSourcingHandler
    void evolve(PaymentVoided event) {
        voided = true;
    }

    @CommandHandler
    void decide(SettlePayment command) {
        if (method == PaymentMethod.MPESA) {
            throw new Rejection("settle_not_allowed", "M-Pesa's own word settles a payment by M-Pesa.");
        }
        if (!command.amount().equals(amount)) {
            throw new Rejection("amount_differs", "Not what is owed.", Map.of("amount", amount.decimal()));
        }
        if (settled) {
            if (!Objects.equals(receipt, command.receipt())) {
                throw alreadySettled();
            }
            return;
        }
        otherMoney.refuseIfDisputed();
        apply(new PaymentSettled(id, orderId, null, amount, command.receipt(), null));
        String note = command.note();
        if (note != null) {
            apply(new PaymentAnnotated(id, orderId, note, version + 1));
        }
    }

    @EventSourcingHandler
    void evolve(PaymentSettled event) {
        settled = true;
        receipt = event.receipt();
    }

    @CommandHandler
    void decide(ResolveDispute command) {
        if (method == PaymentMethod.EXTERNAL) {
            otherMoney.resolve(command);
        } else {
            collecting.resolve(command);
        }
        if (!command.note().isEmpty()) {
            apply(new PaymentAnnotated(id, orderId, command.note(), version + 1));
        }
    }

    @CommandHandler
    void decide(AnnotatePayment command) {
        ExpectedVersion.require(command.expectedVersion(), version);
        apply(new PaymentAnnotated(id, orderId, command.note(), version + 1));
    }

    @EventSourcingHandler
    void evolve(PaymentAnnotated event) {
        version = event.version();
    }

    private void start(int n, Personal phone, Instant at) {
        apply(new AttemptStarted(id, orderId, AttemptId.of(id, n), n, phone, amount, accountReference, at));
    }

    private boolean isPayableAt(Instant at) {
        return method == PaymentMethod.MPESA
                && !settled
                && !voided
                && !collecting.attempts().areDisputed()
                && at.isBefore(payBy.minus(LAST_MINUTES_WITHOUT_A_PROMPT));
    }

    private void refuseUnlessTheSame(RequestPayment command) {
        if (!orderId.equals(command.orderId()) || !amount.equals(command.amount()) || method != command.method()) {
            throw idTaken();
        }
    }

    private static Rejection idTaken() {
        return new Rejection("id_taken", "Another payment was requested under this id.");
    }

    private static Rejection inProgress(long seconds) {
        return new Rejection(
                "payment_in_progress", "A prompt is out already; wait for its answer.", Map.of("retry_after", seconds));
    }

    private static Rejection alreadySettled() {
        return new Rejection("payment_settled", "The money is there already.");
    }
}
