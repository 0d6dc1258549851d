package duka.payment.daraja;

import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.api.DueWorkHandler;
import duka.payment.api.PaymentCommand.BeginPush;
import duka.payment.api.PaymentCommand.Leave;
import duka.payment.api.PaymentCommand.RecordPushAccepted;
import duka.payment.api.PaymentCommand.RecordPushRefused;
import duka.payment.api.PaymentCommand.RecordPushUnanswered;
import java.time.Clock;
import java.util.Optional;

/**
 * Puts a prompt on a phone, once. That it begins is written down and committed before Daraja is called; who finds that
 * mark later reports that the outcome is unknown, and never calls again.
 */
class PushPrompt implements DueWorkHandler<Works.Push> {

    private final Teller teller;
    private final Prompts prompts;
    private final CallbackUrls urls;
    private final Secrecy secrecy;
    private final AddressBook addresses;
    private final Envelope envelope;
    private final Figures figures;
    private final Clock clock;

    PushPrompt(
            Teller teller,
            Prompts prompts,
            CallbackUrls urls,
            Secrecy secrecy,
            AddressBook addresses,
            Envelope envelope,
            Figures figures,
            Clock clock) {
        this.teller = teller;
        this.prompts = prompts;
        this.urls = urls;
        this.secrecy = secrecy;
        this.addresses = addresses;
        this.envelope = envelope;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public String task() {
        return Works.PUSH;
    }

    @Override
    public Class<Works.Push> data() {
        return Works.Push.class;
    }

    @Override
    public Next run(Works.Push work, int attempt) {
        Leave leave = teller.ask(new BeginPush(work.paymentId(), work.attemptId(), clock.instant()));
        switch (leave) {
            case GO -> record(work, push(work));
            case BEGUN_BEFORE -> record(work, new PushAnswer.Unknown("interrupted"));
            case WAIT, NOT_WANTED -> {}
        }
        return Next.done();
    }

    private PushAnswer push(Works.Push work) {
        Optional<PhoneNumber> phone = work.phone().reveal().flatMap(PhoneNumber::parse);
        if (phone.isEmpty()) {
            return new PushAnswer.Refused("erased", "This phone is not known any more.");
        }
        String address = urls.prompt(secrecy.token(Address.Kind.PROMPT, work.attemptId()));
        try {
            return prompts.push(phone.get(), work.amount(), work.accountReference(), address);
        } catch (IllegalArgumentException e) {
            return new PushAnswer.Refused("not_payable_by_mpesa", String.valueOf(e.getMessage()));
        }
    }

    private void record(Works.Push work, PushAnswer answer) {
        switch (answer) {
            case PushAnswer.Accepted accepted -> {
                Personal checkout = Personal.of(work.phone().owner(), accepted.checkoutRequestId());
                addresses.learnCheckout(
                        work.attemptId(),
                        secrecy.hashOfCheckout(accepted.checkoutRequestId()),
                        envelope.seal(checkout));
                teller.insist(new RecordPushAccepted(
                        work.paymentId(), work.attemptId(), accepted.merchantRequestId(), checkout, clock.instant()));
                figures.push("accepted");
            }
            case PushAnswer.Refused refused -> {
                teller.insist(new RecordPushRefused(
                        work.paymentId(), work.attemptId(), refused.code(), refused.message(), clock.instant()));
                figures.push("refused");
            }
            case PushAnswer.Unknown unknown -> {
                teller.insist(new RecordPushUnanswered(work.paymentId(), work.attemptId(), clock.instant()));
                figures.push("unknown");
            }
        }
    }
}
