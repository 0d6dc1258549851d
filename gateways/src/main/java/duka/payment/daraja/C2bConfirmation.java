package duka.payment.daraja;

import duka.kernel.Money;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Money that was paid to the shop's number, as Safaricom announces it; that of a prompt is announced here too. */
record C2bConfirmation(String receipt, Money amount, String billReference) {

    static Optional<C2bConfirmation> parse(JsonNode body) {
        String receipt = StkCallback.receipt(JsonText.of(body, "TransID"));
        String amount = JsonText.of(body, "TransAmount");
        String reference = JsonText.of(body, "BillRefNumber");
        if (receipt == null || amount == null) {
            return Optional.empty();
        }
        return Shillings.parse(amount)
                .map(money -> new C2bConfirmation(receipt, money, reference == null ? "" : reference));
    }
}
