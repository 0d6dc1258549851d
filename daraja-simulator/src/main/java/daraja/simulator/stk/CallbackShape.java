package daraja.simulator.stk;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a callback's body differs from the truth or from the usual form.
 *
 * @param amountOff added to the amount
 * @param phone another payer's number
 * @param prefix old words before ResultDesc, such as {@code [STK_CB - ]}
 * @param balance {@code empty} (present without a value [O]), {@code absent} [D], {@code text} or {@code number}
 * @param shuffled items in another order, with one that nobody knows
 */
record CallbackShape(long amountOff, @Nullable String phone, String prefix, String balance, boolean shuffled) {

    static final CallbackShape USUAL = new CallbackShape(0, null, "", "empty", false);

    CallbackShape scripted(JsonNode script) {
        return new CallbackShape(
                script.path("amount_off").asLong(amountOff),
                script.has("phone") ? script.path("phone").asString() : phone,
                script.path("prefix").asString(prefix),
                script.path("balance").asString(balance),
                script.path("shuffled").asBoolean(shuffled));
    }

    CallbackShape withAmountOff(long off) {
        return new CallbackShape(off, phone, prefix, balance, shuffled);
    }
}
