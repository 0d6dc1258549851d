package duka.payment.daraja;

import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a callback about a prompt says, as far as it can be read.
 *
 * @param resultCode as text, {@code 0} for success
 * @param receipt M-Pesa's receipt, if it looks like one
 * @param phone who paid, when it is said in full
 */
record StkCallback(
        @Nullable String merchantRequestId,
        @Nullable String checkoutRequestId,
        String resultCode,
        String resultText,
        @Nullable Money amount,
        @Nullable String receipt,
        @Nullable PhoneNumber phone) {

    private static final Pattern RECEIPT = Pattern.compile("[A-Za-z0-9]{6,20}");
    private static final Pattern FULL_NUMBER = Pattern.compile("254[17]\\d{8}");

    /** Reads a callback, or nothing if it is about something else or names no result. */
    static Optional<StkCallback> parse(JsonNode body) {
        JsonNode callback = body.path("Body").path("stkCallback");
        String code = JsonText.of(callback, "ResultCode");
        if (code == null) {
            return Optional.empty();
        }
        String text = JsonText.of(callback, "ResultDesc");
        String amount = item(callback, "Amount");
        return Optional.of(new StkCallback(
                JsonText.of(callback, "MerchantRequestID"),
                JsonText.of(callback, "CheckoutRequestID"),
                code,
                text == null ? "" : text,
                amount == null ? null : Shillings.parse(amount).orElse(null),
                receipt(item(callback, "MpesaReceiptNumber")),
                phone(item(callback, "PhoneNumber"))));
    }

    static @Nullable String receipt(@Nullable String written) {
        return written != null && RECEIPT.matcher(written).matches() ? written : null;
    }

    static @Nullable PhoneNumber phone(@Nullable String written) {
        return written != null && FULL_NUMBER.matcher(written).matches() ? new PhoneNumber("+" + written) : null;
    }

    boolean isSuccess() {
        return resultCode.equals("0");
    }

    /** By name, since the order of the items is nobody's promise. */
    private static @Nullable String item(JsonNode callback, String name) {
        for (JsonNode item : callback.path("CallbackMetadata").path("Item")) {
            if (name.equals(JsonText.of(item, "Name"))) {
                return JsonText.of(item, "Value");
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "StkCallback[" + resultCode + "]";
    }
}
