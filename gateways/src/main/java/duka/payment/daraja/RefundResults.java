package duka.payment.daraja;

import duka.kernel.Personal;
import duka.kernel.api.DueWork;
import duka.payment.api.PaymentCommand.RecordRefundFailed;
import duka.payment.api.PaymentCommand.RecordRefundSucceeded;
import duka.payment.api.PaymentCommand.RecordRefundUnanswered;
import duka.payment.api.RefundVia;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Weighs what is posted about refunds, and about our questions about refunds. */
class RefundResults {

    private static final Logger LOG = LoggerFactory.getLogger(RefundResults.class);
    private static final Set<String> ENDED_WITHOUT_MONEY = Set.of("Cancelled", "Declined", "Expired", "Failed");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final AddressBook addresses;
    private final Envelope envelope;
    private final Teller teller;
    private final DueWork dueWork;
    private final Figures figures;
    private final Clock clock;

    RefundResults(
            AddressBook addresses, Envelope envelope, Teller teller, DueWork dueWork, Figures figures, Clock clock) {
        this.addresses = addresses;
        this.envelope = envelope;
        this.teller = teller;
        this.dueWork = dueWork;
        this.figures = figures;
        this.clock = clock;
    }

    Reading result(@Nullable String tokenHash, JsonNode body) {
        Optional<Address> address = find(tokenHash);
        if (address.isEmpty()) {
            return new Reading.Unmatched("unknown_address");
        }
        Optional<AsyncResult> read = AsyncResult.parse(body);
        if (read.isEmpty()) {
            return new Reading.Unmatched("unreadable");
        }
        Address found = address.get();
        if (found.kind() == Address.Kind.QUESTION) {
            answered(found, read.get());
        } else if (isOfAnotherRequest(found, read.get())) {
            return new Reading.Unmatched("conversation_differs");
        } else {
            ended(found, read.get());
        }
        return new Reading.Matched(found.paymentId());
    }

    /** Not worked on in time, which is not failed: nobody knows. */
    Reading timeout(@Nullable String tokenHash) {
        Optional<Address> address = find(tokenHash);
        if (address.isEmpty()) {
            return new Reading.Unmatched("unknown_address");
        }
        if (address.get().kind() == Address.Kind.REFUND) {
            unknown(address.get());
        }
        return new Reading.Matched(address.get().paymentId());
    }

    private void ended(Address address, AsyncResult result) {
        ResultCodes codes = address.via() == RefundVia.B2C ? ResultCodes.B2C : ResultCodes.REVERSAL;
        ResultCodes.Meaning meaning = codes.meaning(result.resultCode());
        if (meaning.alert()) {
            LOG.warn("Alert: a refund by {} ended with {}", address.via(), result.resultCode());
        }
        switch (meaning.type()) {
            case SUCCESS -> succeeded(address, result.transactionId());
            case DONE_BEFORE -> succeeded(address, address.receipt());
            case FAILURE -> failed(address, result.resultCode(), meaning.text());
            case IN_FLIGHT, NO_ANSWER, UNKNOWN -> unknown(address);
        }
    }

    private void answered(Address question, AsyncResult answer) {
        Address refund = addresses
                .of(Address.Kind.REFUND, question.refund())
                .orElseThrow(() -> new IllegalStateException("A question without its refund"));
        boolean aboutPayment = refund.originatorId() == null && refund.via() == RefundVia.REVERSAL;
        String status = answer.parameter("TransactionStatus");
        if (!answer.resultCode().equals("0") || status == null) {
            if (refund.via() == RefundVia.B2C && refund.conversationId() == null) {
                sendAgain(refund);
            }
        } else if (aboutPayment) {
            answeredAboutPayment(refund, answer, status);
        } else if (status.equals("Completed")) {
            succeeded(refund, answer.parameter("ReceiptNo"));
        } else if (ENDED_WITHOUT_MONEY.contains(status)) {
            failed(refund, status, "Safaricom did not make this refund.");
        }
    }

    /** The reversal left no trace of its own, so the payment was asked about: if that still stands, nothing was undone. */
    private void answeredAboutPayment(Address refund, AsyncResult answer, String status) {
        String reason = answer.parameter("ReasonType");
        if (status.equals("Reversed") || (reason != null && reason.contains("Reversal"))) {
            succeeded(refund, refund.receipt());
        } else if (status.equals("Completed")) {
            addresses.allowResend(refund.refund());
            sendAgain(refund);
        }
    }

    private void succeeded(Address address, @Nullable String receipt) {
        figures.refund("succeeded");
        String known = receipt == null ? address.receipt() : receipt;
        teller.tell(new RecordRefundSucceeded(
                address.paymentId(), address.refund(), known == null ? "" : known, clock.instant()));
    }

    private void failed(Address address, String code, String text) {
        figures.refund("failed");
        teller.tell(new RecordRefundFailed(address.paymentId(), address.refund(), code, text, clock.instant()));
    }

    private void unknown(Address address) {
        teller.tell(new RecordRefundUnanswered(address.paymentId(), address.refund(), clock.instant()));
        dueWork.schedule(Works.ASK_ABOUT_REFUND, address.subjectId().toString(), work(address), SOON);
    }

    private void sendAgain(Address address) {
        dueWork.schedule(Works.REFUND, address.subjectId().toString(), work(address), Duration.ZERO);
    }

    private Works.Refund work(Address address) {
        String sealed = address.sealed();
        Personal phone = sealed == null ? null : envelope.personal(sealed);
        RefundVia via = address.via() == null ? RefundVia.REVERSAL : address.via();
        return new Works.Refund(
                address.paymentId(),
                address.orderId(),
                address.refund(),
                address.amount(),
                via,
                address.receipt(),
                phone);
    }

    private Optional<Address> find(@Nullable String tokenHash) {
        return tokenHash == null
                ? Optional.empty()
                : addresses.byToken(tokenHash).filter(found -> found.kind() != Address.Kind.PROMPT);
    }

    /** A result may come before we noted the ids of its request; then its secret address has to do. */
    private static boolean isOfAnotherRequest(Address address, AsyncResult result) {
        return differ(address.conversationId(), result.conversationId());
    }

    private static boolean differ(@Nullable String known, @Nullable String said) {
        return known != null && said != null && !known.equals(said);
    }
}
