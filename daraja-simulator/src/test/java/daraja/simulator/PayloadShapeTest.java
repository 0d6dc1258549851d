package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import daraja.simulator.script.Payloads;
import daraja.simulator.web.Json;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the simulator says has the fields and JSON types of what was captured or documented. */
class PayloadShapeTest extends SimulatorTest {

    private static final String PHONE = "254712345111";

    @Test
    void token_push_and_query() {
        sameShape(
                daraja.token("duka-development-key", "duka-development-secret", "client_credentials")
                        .json(),
                "oauth-200-expires-string");
        sameShape(daraja.token("a", "b", "client_credentials").json(), "oauth-400-invalid-authentication");
        JsonNode push =
                daraja.push(daraja.pushBody(PHONE, 10, shop.url("/stk"))).json();
        sameShape(push, "stk-push-200-accepted-docs");
        JsonNode locked =
                daraja.push(daraja.pushBody(PHONE, 10, shop.url("/stk"))).json();
        sameShape(locked, "stk-push-500-subscriber-locked");
        assertThat(locked.path("errorMessage"))
                .isEqualTo(Payloads.named("stk-push-500-subscriber-locked").path("errorMessage"));
        JsonNode processing =
                daraja.query(push.path("CheckoutRequestID").asString()).json();
        sameShape(processing, "stk-query-200-4999-processing-2026-sandbox");
        assertThat(processing.path("ResultDesc"))
                .isEqualTo(Payloads.named("stk-query-200-4999-processing-2026-sandbox")
                        .path("ResultDesc"));
        assertThat(daraja.query("ws_CO_000000000000000000000").json())
                .isEqualTo(Payloads.named("stk-query-500-unknown-id-2026-sandbox"));
    }

    @Test
    void callbacks() {
        daraja.pushed("254712345111", 10, shop.url("/stk/paid"));
        daraja.pushed("254712345032", 10, shop.url("/stk/cancelled"));
        daraja.pushed("254712345037", 10, shop.url("/stk/away"));
        daraja.advance(3);

        sameShape(shop.await("/stk/paid", 1).getFirst().body(), "stk-callback-0-success-2022");
        sameShape(shop.await("/stk/cancelled", 1).getFirst().body(), "stk-callback-1032-cancelled-docs");
        JsonNode away = shop.await("/stk/away", 1).getFirst().body();
        sameShape(away, "stk-callback-1037-ds-timeout-2026-production");
        assertThat(away.path("Body").path("stkCallback").path("ResultDesc"))
                .isEqualTo(Payloads.named("stk-callback-1037-ds-timeout-2026-production")
                        .path("Body")
                        .path("stkCallback")
                        .path("ResultDesc"));
    }

    @Test
    void results() {
        String receipt = daraja.paid(PHONE, 200, shop.url("/stk"));
        ObjectNode b2c = common("/b2c")
                .put("OriginatorConversationID", "refund-1")
                .put("CommandID", "BusinessPayment")
                .put("Amount", "10")
                .put("PartyA", "174379")
                .put("PartyB", PHONE);
        sameShape(daraja.post("/mpesa/b2c/v3/paymentrequest", b2c).json(), "b2c-200-accepted-docs");
        sameShape(daraja.post("/mpesa/b2c/v3/paymentrequest", b2c).json(), "b2c-500-duplicate-originator-docs");
        daraja.advance(1);
        sameShape(shop.await("/b2c", 1).getFirst().body(), "b2c-result-0-success-docs");

        ObjectNode balance = common("/balance")
                .put("CommandID", "AccountBalance")
                .put("PartyA", "174379")
                .put("IdentifierType", "4");
        post("/mpesa/accountbalance/v1/query", balance);
        sameShape(shop.await("/balance", 1).getFirst().body(), "balance-result-0-success-docs");
        post("/mpesa/accountbalance/v1/query", balance.put("SecurityCredential", "d3Jvbmc="));
        sameShape(shop.await("/balance", 2).get(1).body(), "balance-result-2001-2020-production");

        ObjectNode status = common("/status")
                .put("CommandID", "TransactionStatusQuery")
                .put("TransactionID", "UIS1000000")
                .put("PartyA", "174379")
                .put("IdentifierType", "4");
        post("/mpesa/transactionstatus/v1/query", status);
        sameShape(shop.await("/status", 1).getFirst().body(), "status-result-2032-2026-sandbox-b");
        post("/mpesa/transactionstatus/v1/query", status.put("Occasion", "Reconciliation"));
        sameShape(shop.await("/status", 2).get(1).body(), "status-result-2032-2026-sandbox");

        ObjectNode reversal = common("/reversal")
                .put("CommandID", "TransactionReversal")
                .put("TransactionID", receipt)
                .put("Amount", "190")
                .put("ReceiverParty", "174379")
                .put("RecieverIdentifierType", "11");
        post("/mpesa/reversal/v1/request", reversal);
        sameShape(shop.await("/reversal", 1).getFirst().body(), "reversal-result-0-success-docs");
        post("/mpesa/reversal/v1/request", reversal.put("TransactionID", "SKC82PACB8"));
        sameShape(shop.await("/reversal", 2).get(1).body(), "reversal-result-r000002-docs");
    }

    private void post(String path, ObjectNode body) {
        assertThat(daraja.post(path, body).status()).isEqualTo(200);
        daraja.advance(1);
    }

    private ObjectNode common(String path) {
        return Json.object()
                .put("Initiator", "testapi")
                .put("InitiatorName", "testapi")
                .put("SecurityCredential", daraja.credential("Duka-development-1"))
                .put("Remarks", "refund")
                .put("ResultURL", shop.url(path))
                .put("QueueTimeOutURL", shop.url("/timeouts"));
    }

    private static void sameShape(JsonNode said, String payload) {
        assertThat(shape("", said, new TreeSet<>()))
                .as(payload)
                .isEqualTo(shape("", Payloads.named(payload), new TreeSet<>()));
    }

    /** Every path in the body with its JSON type; entries of lists are told apart by Name or Key. */
    private static Set<String> shape(String path, JsonNode node, Set<String> shape) {
        if (node.isObject()) {
            node.properties().forEach(field -> shape(path + '/' + field.getKey(), field.getValue(), shape));
        } else if (node.isArray()) {
            node.forEach(entry -> shape(
                    path
                            + '['
                            + entry.path("Name").asString("")
                            + entry.path("Key").asString("")
                            + ']',
                    entry,
                    shape));
        } else {
            shape.add(path + ' ' + (node.isNumber() ? "number" : node.isNull() ? "null" : "text"));
        }
        return shape;
    }
}
