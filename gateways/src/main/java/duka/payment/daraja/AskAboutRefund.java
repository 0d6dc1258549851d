package duka.payment.daraja;

import duka.kernel.api.DueWorkHandler;
import duka.payment.api.PaymentCommand.BeginRefund;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.RefundVia;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Transaction Status about a refund of which nothing was heard; the answer is posted to an address of its own. */
class AskAboutRefund implements DueWorkHandler<Works.Refund> {

    private static final Logger LOG = LoggerFactory.getLogger(AskAboutRefund.class);
    private static final int TIMES = 60;
    private static final int LONGEST_PAUSE_MINUTES = 60;

    private final Teller teller;
    private final Operator operator;
    private final Secrecy secrecy;
    private final AddressBook addresses;
    private final Clock clock;

    AskAboutRefund(Teller teller, Operator operator, Secrecy secrecy, AddressBook addresses, Clock clock) {
        this.teller = teller;
        this.operator = operator;
        this.secrecy = secrecy;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public String task() {
        return Works.ASK_ABOUT_REFUND;
    }

    @Override
    public Class<Works.Refund> data() {
        return Works.Refund.class;
    }

    @Override
    public Next run(Works.Refund work, int attempt) {
        Leave leave = teller.ask(new BeginRefund(work.paymentId(), work.refundId(), clock.instant()));
        if (leave != Leave.BEGUN_BEFORE) {
            return Next.done();
        }
        if (attempt > TIMES) {
            LOG.warn("Alert: nobody answers about refund {}", work.refundId());
            return Next.done();
        }
        Acknowledgement unused = ask(work);
        return Next.again(Duration.ofMinutes(Math.min(2L * attempt, LONGEST_PAUSE_MINUTES)));
    }

    private Acknowledgement ask(Works.Refund work) {
        String token = secrecy.token(Address.Kind.QUESTION, work.refundId());
        addresses.enter(Address.ofRefund(
                secrecy.hashOfToken(token),
                Address.Kind.QUESTION,
                work.paymentId(),
                work.orderId(),
                work.refundId(),
                work.amount(),
                work.receipt(),
                work.via(),
                null,
                clock.instant()));
        Optional<String> originator =
                addresses.of(Address.Kind.REFUND, work.refundId()).map(Address::originatorId);
        String receipt = work.receipt();
        if (originator.isEmpty() && work.via() == RefundVia.REVERSAL && receipt != null) {
            return operator.askAboutReceipt(receipt, token);
        }
        return operator.askAboutRequest(originator.orElse(work.refundId().toString()), token);
    }
}
