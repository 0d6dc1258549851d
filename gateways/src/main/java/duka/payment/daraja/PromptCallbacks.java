package duka.payment.daraja;

import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.PhoneNumber;
import duka.kernel.api.Claims;
import duka.kernel.api.DueWork;
import duka.payment.api.PaymentCommand.DisputeAttempt;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordReceipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Weighs what is posted about prompts. Only what comes to a prompt's own, secret address is handed to the payment; what
 * comes to the open one makes us ask Daraja, and nothing in it is believed.
 */
class PromptCallbacks {

    private static final Logger LOG = LoggerFactory.getLogger(PromptCallbacks.class);
    private static final Reading UNREADABLE = new Reading.Unmatched("unreadable");
    private static final Reading UNKNOWN_ADDRESS = new Reading.Unmatched("unknown_address");

    private final AddressBook addresses;
    private final Secrecy secrecy;
    private final Envelope envelope;
    private final Claims claims;
    private final Teller teller;
    private final DueWork dueWork;
    private final Clock clock;

    PromptCallbacks(
            AddressBook addresses,
            Secrecy secrecy,
            Envelope envelope,
            Claims claims,
            Teller teller,
            DueWork dueWork,
            Clock clock) {
        this.addresses = addresses;
        this.secrecy = secrecy;
        this.envelope = envelope;
        this.claims = claims;
        this.teller = teller;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    Reading onItsAddress(@Nullable String tokenHash, JsonNode body) {
        Optional<Address> address = tokenHash == null
                ? Optional.empty()
                : addresses.byToken(tokenHash).filter(found -> found.kind() == Address.Kind.PROMPT);
        if (address.isEmpty()) {
            return UNKNOWN_ADDRESS;
        }
        return StkCallback.parse(body)
                .map(callback -> weighed(address.get(), callback))
                .orElse(UNREADABLE);
    }

    /** Anybody may know this address, and the payer knows all that a callback says: it is a hint and no more. */
    Reading onTheOpenAddress(JsonNode body) {
        Optional<StkCallback> callback = StkCallback.parse(body);
        if (callback.isEmpty()) {
            return UNREADABLE;
        }
        String checkout = callback.get().checkoutRequestId();
        Optional<Address> address =
                checkout == null ? Optional.empty() : addresses.byCheckout(secrecy.hashOfCheckout(checkout));
        if (address.isEmpty()) {
            return new Reading.Unmatched("unknown_checkout");
        }
        ask(address.get());
        String doubt = doubt(address.get(), callback.get());
        return doubt == null ? new Reading.Matched(address.get().paymentId()) : new Reading.Unmatched(doubt);
    }

    /** Staff say that this callback is about that prompt. */
    Reading matchedByStaff(Address address, JsonNode body) {
        return StkCallback.parse(body)
                .map(callback -> weighed(address, callback))
                .orElse(UNREADABLE);
    }

    /** Safaricom announces money to our number; that of a prompt has the prompt's reference. */
    Reading confirmed(@Nullable String tokenHash, JsonNode body) {
        if (!secrecy.hashOfToken(secrecy.confirmationToken()).equals(tokenHash)) {
            return UNKNOWN_ADDRESS;
        }
        Optional<C2bConfirmation> read = C2bConfirmation.parse(body);
        if (read.isEmpty()) {
            return UNREADABLE;
        }
        C2bConfirmation confirmation = read.get();
        Optional<Address> address = addresses.promptFor(confirmation.billReference(), confirmation.amount());
        if (address.isEmpty()) {
            return new Reading.Unmatched("money_without_order");
        }
        Address prompt = address.get();
        if (!claims.claim(PulledReceipts.RECEIPT, confirmation.receipt(), prompt.subjectId())) {
            return new Reading.Unmatched("receipt_taken");
        }
        teller.tell(new RecordReceipt(
                prompt.paymentId(),
                prompt.attempt(),
                confirmation.receipt(),
                confirmation.amount(),
                "c2b",
                clock.instant()));
        return new Reading.Matched(prompt.paymentId());
    }

    private Reading weighed(Address address, StkCallback callback) {
        Instant now = clock.instant();
        String receipt = callback.receipt();
        String doubt = doubt(address, callback);
        if (callback.isSuccess()
                && receipt != null
                && doubt == null
                && !claims.claim(PulledReceipts.RECEIPT, receipt, address.subjectId())) {
            LOG.warn("Alert: a receipt was posted for a second attempt, {}", address.subjectId());
            teller.tell(new DisputeAttempt(address.paymentId(), address.attempt(), "receipt_taken", now));
            return new Reading.Unmatched("receipt_taken");
        }
        learnCheckout(address, callback.checkoutRequestId());
        teller.tell(command(address, callback, now));
        if (callback.isSuccess() && receipt == null) {
            ask(address);
        }
        return doubt == null ? new Reading.Matched(address.paymentId()) : new Reading.Unmatched(doubt);
    }

    private RecordCallback command(Address address, StkCallback callback, Instant now) {
        ResultCodes.Meaning meaning = ResultCodes.STK.meaning(callback.resultCode());
        if (meaning.alert()) {
            LOG.warn("Alert: a callback says {}", callback.resultCode());
        }
        PhoneNumber phone = callback.phone();
        String checkout = callback.checkoutRequestId();
        boolean explained = meaning.type() != ResultClass.UNKNOWN;
        return new RecordCallback(
                address.paymentId(),
                address.attempt(),
                meaning.verdict(),
                callback.resultCode(),
                explained ? meaning.text() : callback.resultText(),
                callback.merchantRequestId(),
                checkout == null ? null : personal(address, checkout),
                callback.amount(),
                callback.receipt(),
                phone == null ? null : personal(address, phone.e164()),
                now);
    }

    private void learnCheckout(Address address, @Nullable String checkout) {
        if (checkout != null && address.sealed() == null) {
            addresses.learnCheckout(
                    address.attempt(), secrecy.hashOfCheckout(checkout), envelope.seal(personal(address, checkout)));
        }
    }

    /** What does not fit the prompt that was sent; a failure names no money. */
    private @Nullable String doubt(Address address, StkCallback callback) {
        if (!callback.isSuccess()) {
            return null;
        }
        if (callback.amount() != null && !callback.amount().equals(address.amount())) {
            return "amount_differs";
        }
        PhoneNumber phone = callback.phone();
        return phone != null && !secrecy.hashOf(phone).equals(address.phoneHash()) ? "phone_differs" : null;
    }

    private void ask(Address address) {
        dueWork.schedule(
                Works.VERIFY,
                address.attempt().toString(),
                new Works.Ask(address.paymentId(), address.attempt(), clock.instant()),
                Duration.ZERO);
    }

    private static Personal personal(Address address, String value) {
        PersonId person = address.person();
        if (person == null) {
            throw new IllegalStateException("A prompt has a person");
        }
        return Personal.of(person, value);
    }
}
