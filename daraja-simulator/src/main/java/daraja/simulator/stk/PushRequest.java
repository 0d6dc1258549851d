package daraja.simulator.stk;

import daraja.simulator.gateway.Fields;
import daraja.simulator.gateway.Merchant;
import daraja.simulator.gateway.Refusal;
import daraja.simulator.web.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A push whose fields, merchant and password are right.
 *
 * @param partyB who is to be paid; that it fits the kind of transaction shows only later
 */
record PushRequest(
        String type,
        String shortcode,
        long amount,
        String msisdn,
        String partyB,
        String callbackUrl,
        String reference) {

    static final String PAYBILL = "CustomerPayBillOnline";
    static final String BUY_GOODS = "CustomerBuyGoodsOnline";

    /** Checks field after field in the order of the documentation, then the merchant. */
    static PushRequest read(Fields fields, Merchant merchant) {
        String shortcode = fields.shortcode("BusinessShortCode");
        String password = fields.text("Password");
        String timestamp = fields.timestamp("Timestamp");
        String type = fields.oneOf("TransactionType", PAYBILL, BUY_GOODS);
        if (type.equals(BUY_GOODS) && merchant.till() == null) {
            throw Refusal.invalid("TransactionType");
        }
        long amount = fields.amount("Amount", 1, 250_000);
        String unusedPayer = fields.phone("PartyA");
        String partyB = fields.shortcode("PartyB");
        String msisdn = fields.phone("PhoneNumber");
        String callbackUrl = fields.address("CallBackURL");
        String reference = fields.wording("AccountReference", 1, 12, "Remarks");
        String unusedDescription = fields.wording("TransactionDesc", 1, 13, "Remarks");
        merchant.check(shortcode, password, timestamp);
        return new PushRequest(type, shortcode, amount, msisdn, partyB, callbackUrl, reference);
    }

    /** The code with which a wrong pair of type and PartyB fails later; null for a right pair. */
    @Nullable
    String setUpError(Merchant merchant) {
        if (type.equals(PAYBILL)) {
            return partyB.equals(merchant.shortcode()) ? null : "2028";
        }
        return partyB.equals(merchant.till()) ? null : "SFC_IC0003";
    }

    ObjectNode json() {
        return Json.object()
                .put("type", type)
                .put("shortcode", shortcode)
                .put("amount", amount)
                .put("msisdn", msisdn)
                .put("party_b", partyB)
                .put("callback_url", callbackUrl)
                .put("reference", reference);
    }

    static PushRequest of(JsonNode line) {
        return new PushRequest(
                line.path("type").asString().intern(),
                line.path("shortcode").asString().intern(),
                line.path("amount").asLong(),
                line.path("msisdn").asString(),
                line.path("party_b").asString().intern(),
                line.path("callback_url").asString(),
                line.path("reference").asString());
    }
}
