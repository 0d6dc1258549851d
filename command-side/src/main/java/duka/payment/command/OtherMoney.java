package duka.payment.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.AttemptId;
import duka.payment.api.OtherMoneyCommand.RecordProviderFailed;
import duka.payment.api.OtherMoneyCommand.RecordProviderPaid;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentEvent.ContradictionNoted;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.ProviderMoneyDeclined;
import duka.payment.api.PaymentEvent.ProviderMoneyDisputed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.SecondPaymentReceived;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * What another provider says about its money. Its word is signed, so it is believed at once where it fits what was
 * asked. Money wins over an earlier failure, and a failure never undoes money.
 */
class OtherMoney {

    static final String PROVIDER = "provider";
    private static final String SECOND_PAYMENT = "second_payment";

    private PaymentId payment;
    private OrderId order;
    private PaymentMethod method;
    private Money asked;
    private boolean settled;
    private @Nullable String receipt;
    private @Nullable Disputed disputed;
    private @Nullable String failure;
    private Set<String> closedReceipts = new HashSet<>();

    /** Money that does not fit what was asked. */
    record Disputed(Money amount, @Nullable String receipt) {}

    @SuppressWarnings("NullAway.Init")
    OtherMoney() {}

    @EventSourcingHandler
    void evolve(PaymentRequested event) {
        payment = event.paymentId();
        order = event.orderId();
        method = event.method();
        asked = event.amount();
    }

    @CommandHandler
    void decide(RecordProviderPaid command) {
        External.require(method);
        String proof = command.receipt();
        if (isKnown(proof)) {
            return;
        }
        if (settled) {
            again(command.amount(), proof);
        } else if (!command.amount().equals(asked)) {
            dispute("amount_differs", command.amount(), proof);
        } else {
            Disputed other = disputed;
            apply(new PaymentSettled(payment, order, null, asked, proof, null));
            if (other != null) {
                secondPayment(other.amount(), other.receipt());
            }
        }
    }

    @EventSourcingHandler
    void evolve(PaymentSettled event) {
        settled = true;
        receipt = event.receipt();
        disputed = null;
    }

    @EventSourcingHandler
    void evolve(SecondPaymentReceived event) {
        close(event.receipt());
    }

    @EventSourcingHandler
    void evolve(ProviderMoneyDisputed event) {
        disputed = new Disputed(event.amount(), event.receipt());
    }

    @CommandHandler
    void decide(RecordProviderFailed command) {
        External.require(method);
        if (settled || disputed != null) {
            note(command.code());
        } else if (!command.message().equals(failure)) {
            apply(new ProviderPaymentFailed(payment, order, command.code(), command.message()));
        }
    }

    @EventSourcingHandler
    void evolve(ProviderPaymentFailed event) {
        failure = event.message();
    }

    /** What staff decide; the {@link Payment} asks. */
    void resolve(ResolveDispute command) {
        Disputed money = disputed;
        if (money == null) {
            throw Attempts.notDisputed();
        }
        switch (command.decision()) {
            case ACCEPT -> apply(new PaymentSettled(payment, order, null, money.amount(), money.receipt(), null));
            case REJECT -> decline(money, command.note());
            case REFUND -> {
                decline(money, command.note());
                giveBack(money.amount(), money.receipt(), "disputed_payment");
            }
        }
    }

    @EventSourcingHandler
    void evolve(ProviderMoneyDeclined event) {
        disputed = null;
        close(event.receipt());
    }

    /** @throws Rejection {@code payment_disputed} while staff have to decide first */
    void refuseIfDisputed() {
        if (disputed != null) {
            throw new Rejection("payment_disputed", "Decide first about the money that came.");
        }
    }

    /** The order is paid already: what can be told apart from that money goes back. */
    private void again(Money amount, @Nullable String proof) {
        if (proof == null) {
            note("paid_again");
        } else {
            secondPayment(amount, proof);
        }
    }

    private void secondPayment(Money amount, @Nullable String proof) {
        apply(new SecondPaymentReceived(payment, order, AttemptId.unprompted(payment), amount, proof));
        giveBack(amount, proof, SECOND_PAYMENT);
    }

    private void dispute(String reason, Money amount, @Nullable String proof) {
        if (disputed == null) {
            apply(new ProviderMoneyDisputed(payment, order, reason, amount, proof));
        } else if (!disputed.equals(new Disputed(amount, proof))) {
            note(reason);
        }
    }

    private void decline(Disputed money, String note) {
        apply(new ProviderMoneyDeclined(payment, order, money.receipt(), note));
    }

    private void giveBack(Money amount, @Nullable String proof, String reason) {
        AttemptId nobodys = AttemptId.unprompted(payment);
        RefundId refund = RefundId.of(payment, reason + ":" + (proof == null ? nobodys : proof));
        apply(new RefundRequested(payment, order, refund, amount, reason, RefundVia.MANUAL, null, null, nobodys));
    }

    private void note(String code) {
        apply(new ContradictionNoted(payment, order, AttemptId.unprompted(payment), code, PROVIDER));
    }

    private boolean isKnown(@Nullable String proof) {
        return proof != null
                && ((settled && Objects.equals(receipt, proof))
                        || closedReceipts.contains(proof)
                        || (disputed != null && proof.equals(disputed.receipt())));
    }

    private void close(@Nullable String proof) {
        if (proof != null) {
            closedReceipts.add(proof);
        }
    }
}
