package duka.payment.daraja;

import duka.payment.api.AttemptState;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.RecordReceipt;
import duka.payment.api.PaymentCommand.Verdict;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Asks Daraja what became of a prompt, and tells the payment. One whose id nobody learnt is looked for in its list. */
class Questions {

    private final Teller teller;
    private final Prompts prompts;
    private final AddressBook addresses;
    private final PulledReceipts receipts;
    private final Envelope envelope;
    private final Figures figures;
    private final Clock clock;

    Questions(
            Teller teller,
            Prompts prompts,
            AddressBook addresses,
            PulledReceipts receipts,
            Envelope envelope,
            Figures figures,
            Clock clock) {
        this.teller = teller;
        this.prompts = prompts;
        this.addresses = addresses;
        this.receipts = receipts;
        this.envelope = envelope;
        this.figures = figures;
        this.clock = clock;
    }

    /** In which state the attempt is after the answer. */
    AttemptState ask(Works.Ask work) {
        return checkout(work).map(id -> ask(work, id)).orElseGet(() -> look(work));
    }

    /** Money under one reference belongs to its newest prompt: that of an older one is for staff to assign. */
    private AttemptState look(Works.Ask work) {
        return addresses
                .newestPromptOf(work.paymentId())
                .filter(prompt -> prompt.attempt().equals(work.attemptId()))
                .flatMap(prompt -> receipts.of(prompt, work.since()))
                .map(money -> found(work, money))
                .orElse(AttemptState.SEND_UNKNOWN);
    }

    private AttemptState found(Works.Ask work, PulledPayment money) {
        AttemptState state = record(work, money);
        return state == AttemptState.PAID_UNVERIFIED ? record(work, money) : state;
    }

    private AttemptState record(Works.Ask work, PulledPayment money) {
        return teller.ask(new RecordReceipt(
                work.paymentId(), work.attemptId(), money.receipt(), money.amount(), "pull", clock.instant()));
    }

    private AttemptState ask(Works.Ask work, String checkoutRequestId) {
        Prompts.QueryAnswer answer = prompts.ask(checkoutRequestId);
        AttemptState state = record(work, answer);
        boolean newlyReported = state == AttemptState.PAID_UNVERIFIED && answer.verdict() == Verdict.PAID;
        // Until now nobody had spoken of this money; a second answer confirms the first.
        return newlyReported ? record(work, prompts.ask(checkoutRequestId)) : state;
    }

    private AttemptState record(Works.Ask work, Prompts.QueryAnswer answer) {
        figures.question(answer.verdict().name().toLowerCase(Locale.ROOT));
        return teller.ask(new RecordQueryAnswer(
                work.paymentId(), work.attemptId(), answer.verdict(), answer.code(), answer.text(), clock.instant()));
    }

    private Optional<String> checkout(Works.Ask work) {
        return addresses.of(Address.Kind.PROMPT, work.attemptId()).flatMap(address -> {
            String sealed = address.sealed();
            return sealed == null ? Optional.empty() : envelope.open(sealed);
        });
    }
}
