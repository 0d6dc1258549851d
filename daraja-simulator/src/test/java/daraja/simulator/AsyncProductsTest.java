package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daraja.simulator.web.Json;
import java.nio.file.Files;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AsyncProductsTest extends SimulatorTest {

    private static final String PHONE = "254712345111";
    private static final String PASSWORD = "Duka-development-1";

    @Test
    void the_certificate_has_expired_and_its_key_makes_credentials_of_344_characters() throws Exception {
        assertThat(Files.readString(data.resolve("simulator/certificate.cer"))).startsWith("-----BEGIN CERTIFICATE");
        assertThat(daraja.credential(PASSWORD)).hasSize(344);
        try (var in = Files.newInputStream(daraja.certificate())) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            certificate.verify(certificate.getPublicKey());
            assertThatThrownBy(certificate::checkValidity).isInstanceOf(CertificateExpiredException.class);
        }
    }

    @Test
    void a_reversal_gives_the_money_back_once() {
        String receipt = daraja.paid(PHONE, 200, shop.url("/stk"));

        JsonNode ack = reverse(receipt, PASSWORD).json();
        assertThat(ack.path("ResponseCode").asString()).isEqualTo("0");
        daraja.advance(1);
        JsonNode result = result(1);

        assertThat(result.path("ResultCode").asInt()).isZero();
        assertThat(result.path("ConversationID")).isEqualTo(ack.path("ConversationID"));
        assertThat(result.path("OriginatorConversationID")).isEqualTo(ack.path("OriginatorConversationID"));
        assertThat(parameter(result, "OriginalTransactionID").asString()).isEqualTo(receipt);
        assertThat(daraja.phone(PHONE).path("balance").asLong()).isEqualTo(100_000);
        JsonNode ledger = daraja.ledger(PHONE);
        assertThat(ledger.path("shop_balance").asLong()).isZero();
        assertThat(ledger.path("entries").path(1).path("kind").asString()).isEqualTo("reversal");
        assertThat(ledger.path("entries").path(1).path("receipt")).isEqualTo(result.path("TransactionID"));

        assertThat(reverse(receipt, PASSWORD).status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(result(2).path("ResultCode").asString()).isEqualTo("R000001");
        assertThat(daraja.ledger(PHONE).path("entries")).hasSize(2);
    }

    @Test
    void an_unknown_receipt_and_a_wrong_credential_are_told_later() {
        assertThat(reverse("SKC82PACB8", PASSWORD).status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(result(1).path("ResultCode").asString()).isEqualTo("R000002");

        assertThat(reverse("SKC82PACB8", "wrong").status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(result(2).path("ResultCode").asInt()).isEqualTo(2001);
    }

    @Test
    void the_right_spelling_of_the_receivers_type_is_not_read() {
        ObjectNode body = reversal("SKC82PACB8", PASSWORD);
        body.remove("RecieverIdentifierType");

        Daraja.Reply reply = daraja.post("/mpesa/reversal/v1/request", body.put("ReceiverIdentifierType", "11"));

        assertThat(reply.json().path("errorMessage").asString())
                .isEqualTo("Bad Request - Invalid RecieverIdentifierType");
    }

    @Test
    void a_payout_with_a_used_id_is_refused_and_paid_once() {
        daraja.paid(PHONE, 200, shop.url("/stk"));

        assertThat(payOut("refund-1", 50).status()).isEqualTo(200);
        Daraja.Reply again = payOut("refund-1", 50);
        daraja.advance(1);

        assertThat(again.status()).isEqualTo(500);
        assertThat(again.json().path("errorCode").asString()).isEqualTo("500.002.1001");
        assertThat(result(1).path("OriginatorConversationID").asString()).isEqualTo("refund-1");
        assertThat(parameter(result(1), "TransactionReceipt"))
                .isEqualTo(result(1).path("TransactionID"));
        assertThat(daraja.ledger(PHONE).path("shop_balance").asLong()).isEqualTo(150);
        assertThat(daraja.phone(PHONE).path("balance").asLong()).isEqualTo(99_850);
    }

    @Test
    void a_payout_needs_money_in_the_shop() {
        assertThat(payOut("refund-2", 50).status()).isEqualTo(200);
        daraja.advance(1);

        assertThat(result(1).path("ResultCode").asInt()).isEqualTo(1);
        assertThat(daraja.ledger(PHONE).path("entries")).isEmpty();
    }

    @Test
    void status_knows_receipts_and_conversations() {
        String receipt = daraja.paid(PHONE, 200, shop.url("/stk"));
        assertThat(status("TransactionID", receipt).status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(parameter(result(1), "TransactionStatus").asString()).isEqualTo("Completed");
        assertThat(parameter(result(1), "ReceiptNo").asString()).isEqualTo(receipt);

        assertThat(status("TransactionID", "SKC82PACB8").status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(result(2).path("ResultCode").asInt()).isEqualTo(2032);

        assertThat(payOut("refund-3", 20).status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(status("OriginalConversationID", "refund-3").status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(parameter(result(4), "ReceiptNo")).isEqualTo(result(3).path("TransactionID"));
    }

    @Test
    void balance_is_one_text_of_accounts() {
        daraja.paid(PHONE, 200, shop.url("/stk"));
        ObjectNode body = common().put("CommandID", "AccountBalance").put("PartyA", "174379");

        assertThat(daraja.post("/mpesa/accountbalance/v1/query", body.put("IdentifierType", "4"))
                        .status())
                .isEqualTo(200);
        daraja.advance(1);

        assertThat(parameter(result(1), "AccountBalance").asString())
                .contains("Utility Account|KES|200.00|200.00|0.00|0.00&");
    }

    @Test
    void results_can_be_late_lost_replaced_by_a_timeout_and_single() {
        String receipt = daraja.paid(PHONE, 200, shop.url("/stk"));
        daraja.script("""
                {"scripts":[{"on":"result","late_seconds":100,"single_object":true},
                            {"on":"result","lost":true},
                            {"on":"result","timeout":true}]}""");
        for (int i = 0; i < 3; i++) {
            assertThat(status("TransactionID", receipt).status()).isEqualTo(200);
        }
        daraja.advance(50);
        assertThat(shop.posts("/results")).isEmpty();
        assertThat(shop.await("/timeouts", 1)).hasSize(1);
        daraja.advance(60);
        assertThat(result(1).path("ResultParameters").path("ResultParameter").isObject())
                .isTrue();
    }

    private ObjectNode common() {
        return Json.object()
                .put("Initiator", "testapi")
                .put("InitiatorName", "testapi")
                .put("SecurityCredential", daraja.credential(PASSWORD))
                .put("Remarks", "refund")
                .put("ResultURL", shop.url("/results/a"))
                .put("QueueTimeOutURL", shop.url("/timeouts/a"));
    }

    private ObjectNode reversal(String receipt, String password) {
        return common().put("SecurityCredential", daraja.credential(password))
                .put("CommandID", "TransactionReversal")
                .put("TransactionID", receipt)
                .put("Amount", "200")
                .put("ReceiverParty", "174379")
                .put("RecieverIdentifierType", "11");
    }

    private Daraja.Reply reverse(String receipt, String password) {
        return daraja.post("/mpesa/reversal/v1/request", reversal(receipt, password));
    }

    private Daraja.Reply payOut(String id, long amount) {
        return daraja.post(
                "/mpesa/b2c/v3/paymentrequest",
                common().put("OriginatorConversationID", id)
                        .put("CommandID", "BusinessPayment")
                        .put("Amount", amount)
                        .put("PartyA", "174379")
                        .put("PartyB", PHONE));
    }

    private Daraja.Reply status(String field, String value) {
        return daraja.post(
                "/mpesa/transactionstatus/v1/query",
                common().put("CommandID", "TransactionStatusQuery")
                        .put(field, value)
                        .put("PartyA", "174379")
                        .put("IdentifierType", "4"));
    }

    /** The n-th result that came. */
    private JsonNode result(int number) {
        return shop.await("/results", number).get(number - 1).body().path("Result");
    }

    private static JsonNode parameter(JsonNode result, String key) {
        return result.path("ResultParameters")
                .path("ResultParameter")
                .valueStream()
                .filter(parameter -> parameter.path("Key").asString().equals(key))
                .findFirst()
                .orElseThrow()
                .path("Value");
    }
}
