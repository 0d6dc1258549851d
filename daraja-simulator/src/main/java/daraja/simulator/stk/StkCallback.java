package daraja.simulator.stk;

import daraja.simulator.clock.NairobiTime;
import daraja.simulator.wallet.Entry;
import daraja.simulator.web.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a callback, as captured: numbers as numbers, Balance without a value, no metadata on failures. */
final class StkCallback {

    private StkCallback() {}

    /** @param paid the charge that is told of; null for a failure */
    static ObjectNode body(Prompt prompt, Outcome outcome, @Nullable Entry paid, CallbackShape shape) {
        ObjectNode callback = Json.object()
                .put("MerchantRequestID", prompt.merchantRequestId())
                .put("CheckoutRequestID", prompt.checkoutRequestId());
        putCode(callback, outcome.code());
        callback.put("ResultDesc", shape.prefix() + outcome.callbackText());
        if (paid != null) {
            callback.putObject("CallbackMetadata").set("Item", items(paid, shape));
        }
        ObjectNode body = Json.object();
        body.putObject("Body").set("stkCallback", callback);
        return body;
    }

    /** A number, but a text when it is not one. */
    private static void putCode(ObjectNode callback, String code) {
        if (code.matches("\\d+")) {
            callback.put("ResultCode", Integer.parseInt(code));
        } else {
            callback.put("ResultCode", code);
        }
    }

    private static ArrayNode items(Entry paid, CallbackShape shape) {
        String phone = shape.phone();
        List<ObjectNode> items = new ArrayList<>();
        items.add(item("Amount").put("Value", paid.amount() + shape.amountOff()));
        items.add(item("MpesaReceiptNumber").put("Value", paid.receipt()));
        switch (shape.balance()) {
            case "absent" -> {}
            case "text" -> items.add(item("Balance").put("Value", "{Amount={CurrencyCode=KES, BasicAmount=0.00}}"));
            case "number" -> items.add(item("Balance").put("Value", 0));
            default -> items.add(item("Balance"));
        }
        items.add(item("TransactionDate").put("Value", Long.parseLong(NairobiTime.compact(paid.at()))));
        items.add(item("PhoneNumber").put("Value", Long.parseLong(phone == null ? paid.msisdn() : phone)));
        if (shape.shuffled()) {
            items.add(item("Unheard").put("Value", "of"));
            Collections.reverse(items);
        }
        ArrayNode all = Json.array();
        items.forEach(all::add);
        return all;
    }

    private static ObjectNode item(String name) {
        return Json.object().put("Name", name);
    }
}
