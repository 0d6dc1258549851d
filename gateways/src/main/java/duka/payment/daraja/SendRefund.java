package duka.payment.daraja;

import duka.kernel.PhoneNumber;
import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import duka.payment.api.PaymentCommand.BeginRefund;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordRefundAccepted;
import duka.payment.api.PaymentCommand.RecordRefundFailed;
import duka.payment.api.PaymentCommand.RecordRefundUnanswered;
import duka.payment.api.RefundVia;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends money back. A payout carries an id of ours and may be repeated under it; a reversal carries none, so after a
 * lost answer it is asked about first, and sent again only when it is known not to have happened.
 */
class SendRefund implements DueWorkHandler<Works.Refund> {

    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration RESULT_OVERDUE = Duration.ofMinutes(5);
    private static final int LONGEST_PAUSE_MINUTES = 30;

    private final Teller teller;
    private final Operator operator;
    private final Secrecy secrecy;
    private final AddressBook addresses;
    private final DueWork dueWork;
    private final Figures figures;
    private final Clock clock;

    SendRefund(
            Teller teller,
            Operator operator,
            Secrecy secrecy,
            AddressBook addresses,
            DueWork dueWork,
            Figures figures,
            Clock clock) {
        this.teller = teller;
        this.operator = operator;
        this.secrecy = secrecy;
        this.addresses = addresses;
        this.dueWork = dueWork;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public String task() {
        return Works.REFUND;
    }

    @Override
    public Class<Works.Refund> data() {
        return Works.Refund.class;
    }

    @Override
    public Next run(Works.Refund work, int attempt) {
        Leave leave = teller.ask(new BeginRefund(work.paymentId(), work.refundId(), clock.instant()));
        return switch (leave) {
            case WAIT -> Next.again(TURN);
            case NOT_WANTED -> Next.done();
            case GO -> recorded(work, sent(work), attempt);
            case BEGUN_BEFORE -> again(work, attempt);
        };
    }

    private Next again(Works.Refund work, int attempt) {
        boolean taken = addresses
                .of(Address.Kind.REFUND, work.refundId())
                .map(Address::conversationId)
                .isPresent();
        boolean maySend = work.via() == RefundVia.B2C ? !taken : addresses.takeResend(work.refundId());
        if (maySend) {
            return recorded(work, sent(work), attempt);
        }
        teller.tell(new RecordRefundUnanswered(work.paymentId(), work.refundId(), clock.instant()));
        askLater(work, SOON);
        return Next.done();
    }

    private Acknowledgement sent(Works.Refund work) {
        String token = secrecy.token(Address.Kind.REFUND, work.refundId());
        String receipt = work.receipt();
        if (work.via() == RefundVia.REVERSAL && receipt != null) {
            return operator.reverse(receipt, work.amount(), token);
        }
        Optional<PhoneNumber> phone = Optional.ofNullable(work.phone())
                .flatMap(personal -> personal.reveal())
                .flatMap(PhoneNumber::parse);
        return phone.map(number -> operator.payOut(work.refundId().toString(), number, work.amount(), token))
                .orElseGet(() -> new Acknowledgement.Refused("erased", "Nobody knows whom to pay."));
    }

    private Next recorded(Works.Refund work, Acknowledgement acknowledgement, int attempt) {
        figures.refund(acknowledgement.getClass().getSimpleName());
        switch (acknowledgement) {
            case Acknowledgement.Accepted accepted -> {
                addresses.learnConversation(
                        work.refundId(), accepted.conversationId(), accepted.originatorConversationId());
                teller.insist(new RecordRefundAccepted(
                        work.paymentId(),
                        work.refundId(),
                        accepted.conversationId(),
                        accepted.originatorConversationId(),
                        clock.instant()));
                askLater(work, RESULT_OVERDUE);
                return Next.done();
            }
            case Acknowledgement.Refused refused -> {
                teller.insist(new RecordRefundFailed(
                        work.paymentId(), work.refundId(), refused.code(), refused.message(), clock.instant()));
                return Next.done();
            }
            case Acknowledgement.NotSent notSent -> {
                if (work.via() == RefundVia.REVERSAL) {
                    addresses.allowResend(work.refundId());
                }
                return Next.again(Duration.ofMinutes(Math.min(attempt, LONGEST_PAUSE_MINUTES)));
            }
            case Acknowledgement.Duplicate duplicate -> unknown(work);
            case Acknowledgement.Unknown unknown -> unknown(work);
        }
        return Next.done();
    }

    private void unknown(Works.Refund work) {
        teller.insist(new RecordRefundUnanswered(work.paymentId(), work.refundId(), clock.instant()));
        askLater(work, SOON);
    }

    private void askLater(Works.Refund work, Duration delay) {
        dueWork.schedule(Works.ASK_ABOUT_REFUND, work.refundId().toString(), work, delay);
    }
}
