package duka.payment.daraja;

import duka.kernel.Personal;
import duka.kernel.api.DueWork;
import duka.payment.api.PaymentEvent.RefundFailed;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.PaymentEvent.RefundWithdrawn;
import duka.payment.api.RefundVia;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Writes down that money is to be sent back. Which of several refunds has its turn is the payment's to say. */
@Component
@ProcessingGroup("payment.daraja")
@DisallowReplay
class RefundWorkOnRefund {

    private final DueWork dueWork;
    private final AddressBook addresses;
    private final Secrecy secrecy;
    private final Envelope envelope;

    RefundWorkOnRefund(DueWork dueWork, AddressBook addresses, Secrecy secrecy, Envelope envelope) {
        this.dueWork = dueWork;
        this.addresses = addresses;
        this.secrecy = secrecy;
        this.envelope = envelope;
    }

    @EventHandler
    void on(RefundRequested event, @Timestamp Instant at) {
        if (event.via() == RefundVia.MANUAL) {
            return;
        }
        Personal phone = event.phone();
        addresses.enter(Address.ofRefund(
                secrecy.hashOfToken(secrecy.token(Address.Kind.REFUND, event.refundId())),
                Address.Kind.REFUND,
                event.paymentId(),
                event.orderId(),
                event.refundId(),
                event.amount(),
                event.receipt(),
                event.via(),
                phone == null ? null : envelope.seal(phone),
                at));
        dueWork.schedule(
                Works.REFUND,
                event.refundId().toString(),
                new Works.Refund(
                        event.paymentId(),
                        event.orderId(),
                        event.refundId(),
                        event.amount(),
                        event.via(),
                        event.receipt(),
                        phone),
                Duration.ZERO);
    }

    @EventHandler
    void on(RefundWithdrawn event) {
        dueWork.cancel(Works.REFUND, event.refundId().toString());
    }

    @EventHandler
    void on(RefundSucceeded event) {
        dueWork.cancel(Works.ASK_ABOUT_REFUND, event.refundId().toString());
    }

    @EventHandler
    void on(RefundFailed event) {
        dueWork.cancel(Works.ASK_ABOUT_REFUND, event.refundId().toString());
    }
}
