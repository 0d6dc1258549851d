package duka.payment.daraja;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import duka.payment.api.PaymentCommand.Verdict;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prompts on phones (STK push), and the question what became of one. */
class Prompts {

    private static final Logger LOG = LoggerFactory.getLogger(Prompts.class);
    private static final String PUSH = "/mpesa/stkpush/v1/processrequest";
    private static final String QUERY = "/mpesa/stkpushquery/v1/query";
    private static final long LARGEST = 250_000;
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9]{1,12}");
    private static final String DESCRIPTION = "Duka order";
    private static final String UNAVAILABLE = "M-PESA cannot be reached right now. Please try again shortly.";

    private final DarajaClient daraja;
    private final DarajaProperties properties;
    private final Clock clock;

    Prompts(DarajaClient daraja, DarajaProperties properties, Clock clock) {
        this.daraja = daraja;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param code the code of the answer, or of its failure, for staff */
    record QueryAnswer(Verdict verdict, String code, String text) {}

    /**
     * Asks for a prompt, once.
     *
     * @throws IllegalArgumentException if Safaricom would refuse it anyway: an amount that is not whole or not within
     *     1 to 250,000, a reference that is not 1 to 12 plain characters
     */
    PushAnswer push(PhoneNumber phone, Money amount, String accountReference, String callbackUrl) {
        String shillings = shillings(amount);
        if (!REFERENCE.matcher(accountReference).matches()) {
            throw new IllegalArgumentException("An account reference has 1 to 12 plain characters");
        }
        Password password = Password.at(clock, properties.shortcode(), properties.passkey());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("BusinessShortCode", properties.shortcode());
        body.put("Password", password.value());
        body.put("Timestamp", password.timestamp());
        body.put("TransactionType", properties.transactionType());
        body.put("Amount", shillings);
        body.put("PartyA", phone.msisdn());
        body.put("PartyB", properties.payee());
        body.put("PhoneNumber", phone.msisdn());
        body.put("CallBackURL", callbackUrl);
        body.put("AccountReference", accountReference);
        body.put("TransactionDesc", DESCRIPTION);
        return pushed(daraja.call(PUSH, body));
    }

    /** Asks what became of a prompt; what is no answer about the payment reads as {@link Verdict#NO_ANSWER}. */
    QueryAnswer ask(String checkoutRequestId) {
        Password password = Password.at(clock, properties.shortcode(), properties.passkey());
        Reply reply = daraja.call(
                QUERY,
                Map.of(
                        "BusinessShortCode", properties.shortcode(),
                        "Password", password.value(),
                        "Timestamp", password.timestamp(),
                        "CheckoutRequestID", checkoutRequestId));
        if (!(reply instanceof Reply.Json json)) {
            return new QueryAnswer(Verdict.NO_ANSWER, "none", "");
        }
        String code = json.text("ResultCode");
        if (code == null) {
            String error = json.errorCode();
            return new QueryAnswer(Verdict.NO_ANSWER, error == null ? "none" : error, "");
        }
        ResultCodes.Meaning meaning = ResultCodes.STK.meaning(code);
        if (meaning.alert()) {
            LOG.warn("Alert: a status query answers {}", code);
        }
        return new QueryAnswer(meaning.verdict(), code, meaning.text());
    }

    /** Whole shillings, as M-Pesa counts; a remainder is refused, never cut off. */
    static String shillings(Money amount) {
        if (!amount.currency().equals(CurrencyCode.KES) || !amount.isWhole()) {
            throw new IllegalArgumentException("M-Pesa moves whole shillings");
        }
        long shillings = amount.wholeUnits();
        if (shillings < 1 || shillings > LARGEST) {
            throw new IllegalArgumentException("M-Pesa moves 1 to 250,000 shillings at once");
        }
        return Long.toString(shillings);
    }

    private static PushAnswer pushed(Reply reply) {
        return switch (reply) {
            case Reply.NotSent notSent -> new PushAnswer.Refused("not_sent", UNAVAILABLE);
            case Reply.Silence silence -> new PushAnswer.Unknown(silence.why());
            case Reply.Unreadable unreadable -> new PushAnswer.Unknown("status " + unreadable.status());
            case Reply.Json json -> read(json);
        };
    }

    private static PushAnswer read(Reply.Json json) {
        String checkout = json.text("CheckoutRequestID");
        String merchant = json.text("MerchantRequestID");
        String error = json.errorCode();
        if (json.isAccepted() && checkout != null) {
            return new PushAnswer.Accepted(merchant == null ? "" : merchant, checkout);
        }
        if (error != null) {
            return refusal(error, json.errorMessage());
        }
        String code = json.text("ResponseCode");
        return code == null || code.equals("0")
                ? new PushAnswer.Unknown("no ids")
                : new PushAnswer.Refused(code, UNAVAILABLE);
    }

    /** Section 6: what says for certain, or as good as, that no prompt went out. */
    private static PushAnswer refusal(String code, String message) {
        if (code.equals("500.001.1001")) {
            return refusalByMessage(code, message);
        }
        if (code.equals("500.003.02") || code.equals("500.003.03")) {
            LOG.warn("Alert: Daraja is busy: {}", code);
            return new PushAnswer.Refused(code, "M-PESA is busy. Please try again shortly.");
        }
        if (code.startsWith("500.")) {
            return new PushAnswer.Unknown(code);
        }
        LOG.warn("Alert: Daraja refused a prompt: {} {}", code, message);
        boolean badPhone = message.contains("Invalid PhoneNumber");
        return new PushAnswer.Refused(code, badPhone ? "M-PESA does not know this number." : UNAVAILABLE);
    }

    private static PushAnswer refusalByMessage(String code, String message) {
        if (message.contains("lock subscriber")) {
            return new PushAnswer.Refused(code, ResultCodes.STK.meaning("1001").text());
        }
        if (message.contains("Merchant does not exist") || message.contains("Wrong credentials")) {
            LOG.warn("Alert: Daraja does not know this shop: {}", message);
            return new PushAnswer.Refused(code, UNAVAILABLE);
        }
        return new PushAnswer.Unknown(code);
    }
}
