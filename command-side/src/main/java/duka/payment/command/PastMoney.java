package duka.payment.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.Rejection;
import duka.payment.api.PastMoneyCommand.ImportRefund;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.RefundVia;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** What was given back, long ago, of a payment that was imported. */
class PastMoney {

    private OrderId orderId;

    /** {@code null} for a payment of today. */
    private @Nullable Money left;

    private final Set<UUID> refunds = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    PastMoney() {}

    @EventSourcingHandler
    void evolve(PaymentSettled event) {
        orderId = event.orderId();
        left = event.occurredAt() == null ? null : event.amount();
    }

    @CommandHandler
    void decide(ImportRefund command) {
        if (refunds.contains(command.refundId().value())) {
            return;
        }
        if (left == null || !command.amount().isPositive() || command.amount().isMoreThan(left)) {
            throw new Rejection("refund_exceeds_payment", "So much was not paid for it.");
        }
        apply(new RefundRequested(
                command.paymentId(),
                orderId,
                command.refundId(),
                command.amount(),
                command.reason(),
                RefundVia.MANUAL,
                null,
                null,
                null));
        apply(new RefundSucceeded(
                command.paymentId(), orderId, command.refundId(), command.amount(), null, command.occurredAt()));
    }

    @EventSourcingHandler
    void evolve(RefundRequested event) {
        if (left != null) {
            left = left.minus(event.amount());
            refunds.add(event.refundId().value());
        }
    }
}
