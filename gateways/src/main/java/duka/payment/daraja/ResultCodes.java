package duka.payment.daraja;

import duka.payment.api.PaymentCommand.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Safaricom's result codes, by product: section 5 of the Daraja notes. The list is never complete, since none is
 * published; what it does not name changes nothing.
 */
enum ResultCodes {
    /** Prompts: callbacks and status queries. */
    STK,
    REVERSAL,
    B2C,
    /** Transaction Status and Account Balance. */
    QUESTION;

    private static final Set<String> OUR_SET_UP = Set.of("2028", "SFC_IC0003");
    private static final String TRY_AGAIN = "We could not reach your phone. Please try again.";
    private static final String UNAVAILABLE = "This payment is not available. Please choose another way to pay.";
    private static final String REFUND_IN_HAND = "We are handling your refund.";
    private static final Map<String, Meaning> PROMPTS = prompts();
    private static final Map<String, Meaning> REVERSALS = returns();
    private static final Map<String, Meaning> PAYOUTS = returns();

    /**
     * @param alert whether staff must look at our set-up
     * @param text what the customer reads
     */
    record Meaning(ResultClass type, boolean alert, String text) {

        Verdict verdict() {
            return switch (type) {
                case SUCCESS, DONE_BEFORE -> Verdict.PAID;
                case FAILURE -> Verdict.FAILED;
                case IN_FLIGHT -> Verdict.IN_FLIGHT;
                case NO_ANSWER -> Verdict.NO_ANSWER;
                case UNKNOWN -> Verdict.UNKNOWN_CODE;
            };
        }
    }

    /** @param code as text; {@code 0} is success */
    Meaning meaning(String code) {
        Meaning unknown = new Meaning(ResultClass.UNKNOWN, true, "We are checking your payment.");
        return switch (this) {
            case STK -> PROMPTS.getOrDefault(code, unknown);
            case REVERSAL -> reversal(code, unknown);
            case B2C -> PAYOUTS.getOrDefault(code, unknown);
            case QUESTION -> code.equals("0") ? success("Answered.") : new Meaning(ResultClass.NO_ANSWER, false, "");
        };
    }

    private static Meaning reversal(String code, Meaning unknown) {
        return switch (code) {
            case "R000001" -> new Meaning(ResultClass.DONE_BEFORE, true, "Your refund was made already.");
            case "R000002" -> failure(true, REFUND_IN_HAND);
            default -> REVERSALS.getOrDefault(code, unknown);
        };
    }

    private static Map<String, Meaning> prompts() {
        Map<String, Meaning> codes = new HashMap<>();
        codes.put("0", success("Your payment was received."));
        codes.put("1", failure(false, "Your M-PESA balance is too low (Fuliza included). Top up, then try again."));
        codes.put("2", failure(false, "M-PESA cannot take this amount."));
        codes.put("3", failure(false, "This is above the M-PESA limit. Please pay in another way."));
        codes.put("4", failure(false, "Your M-PESA daily limit is reached. Please try again tomorrow."));
        codes.put("8", failure(false, "The payment could not be received now. Please try again later."));
        codes.put("17", failure(false, "Please wait two minutes, then try again."));
        codes.put("26", failure(false, "M-PESA is busy. Please try again shortly."));
        codes.put("1001", failure(false, "Finish the other M-PESA request on your phone first, then try again."));
        codes.put("1019", failure(false, "The request expired. Please try again."));
        codes.put("1025", failure(true, TRY_AGAIN));
        codes.put("1032", failure(false, "You cancelled the request."));
        codes.put("1036", failure(false, "There was no answer from your phone. Please try again."));
        codes.put("1037", failure(false, "We could not reach your phone. Is it on, and is the SIM active?"));
        codes.put("2001", failure(false, "The M-PESA PIN was wrong. Please try again."));
        codes.put("8006", failure(false, "Your M-PESA PIN is locked. Call Safaricom on 100 or 200."));
        codes.put("9999", failure(false, TRY_AGAIN));
        codes.put("4999", new Meaning(ResultClass.IN_FLIGHT, false, "Waiting for your PIN."));
        OUR_SET_UP.forEach(code -> codes.put(code, failure(true, UNAVAILABLE)));
        return Map.copyOf(codes);
    }

    private static Map<String, Meaning> returns() {
        Map<String, Meaning> codes = new HashMap<>();
        codes.put("0", success("Your refund was made."));
        codes.put("15", new Meaning(ResultClass.NO_ANSWER, false, ""));
        Set.of("1", "2", "3", "4", "8", "11", "17", "18", "20", "21", "24", "25", "26", "29", "2001", "2006", "2028")
                .forEach(code -> codes.put(code, failure(true, REFUND_IN_HAND)));
        Set.of("2040", "8006", "SFC_IC0003").forEach(code -> codes.put(code, failure(true, REFUND_IN_HAND)));
        return Map.copyOf(codes);
    }

    private static Meaning success(String text) {
        return new Meaning(ResultClass.SUCCESS, false, text);
    }

    private static Meaning failure(boolean alert, String text) {
        return new Meaning(ResultClass.FAILURE, alert, text);
    }
}
