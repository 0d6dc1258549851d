package duka.payment.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.PhoneNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money back and questions about it, against what Safaricom was seen to answer. */
class OperatorTest {

    private static final Money AMOUNT = Money.ofMajor(200, CurrencyCode.KES);
    private static final PhoneNumber PHONE = new PhoneNumber("+254708374149");
    private static final String PASSWORD = "Safaricom999!*!";

    @TempDir
    static Path folder;

    private static Path certificate;
    private static PrivateKey key;

    private Safaricom safaricom;
    private Operator operator;

    /** An expired certificate, as Safaricom's own are. */
    @BeforeAll
    static void certificate() throws Exception {
        TestCertificates.Pair pair = TestCertificates.expired(folder);
        certificate = pair.certificate();
        key = pair.key();
    }

    @BeforeEach
    void open() throws IOException {
        safaricom = new Safaricom();
        DarajaProperties properties = safaricom.properties();
        operator = new Operator(
                PromptsTest.client(Clock.systemUTC(), properties),
                properties,
                new SecurityCredential(certificate, PASSWORD),
                new CallbackUrls("http://localhost:8080", false));
    }

    @AfterEach
    void close() {
        safaricom.close();
    }

    /** Case 40. */
    @Test
    void the_credential_is_the_plain_password_under_an_expired_certificate() throws Exception {
        String credential = new SecurityCredential(certificate, PASSWORD).encrypted();
        assertThat(credential).hasSize(344);
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, key);
        assertThat(new String(rsa.doFinal(Base64.getDecoder().decode(credential))))
                .isEqualTo(PASSWORD);
        assertThat(new SecurityCredential(certificate, PASSWORD).encrypted()).isNotEqualTo(credential);
        assertThatThrownBy(() -> new SecurityCredential(null, PASSWORD).encrypted())
                .isInstanceOf(IllegalStateException.class);
    }

    /** Case 39. */
    @Test
    void a_reversal_is_spelt_as_the_wire_spells_it() {
        safaricom.saysFile(Safaricom.REVERSAL, 200, "reversal-200-accepted-docs");
        assertThat(operator.reverse("PDU91HIVIT", AMOUNT, "0f"))
                .isEqualTo(new Acknowledgement.Accepted(
                        "AG_20210706_20106e9209f64bebd05b", "f1e2-4b95-a71d-b30d3cdbb7a7735297"));
        var sent = safaricom.lastRequest(Safaricom.REVERSAL);
        assertThat(sent.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Payload.json("reversal-request-docs").propertyNames());
        assertThat(sent.path("RecieverIdentifierType").asString()).isEqualTo("11");
        assertThat(sent.path("ResultURL").asString()).isEqualTo("http://localhost:8080/api/payments/results/0f/");
        assertThat(sent.path("QueueTimeOutURL").asString())
                .isEqualTo("http://localhost:8080/api/payments/timeouts/0f/");
    }

    @Test
    void a_refused_reversal_will_not_be_done() {
        for (String file : Payload.named("reversal-400-")) {
            safaricom.forgets(Safaricom.REVERSAL).saysFile(Safaricom.REVERSAL, 400, file);
            assertThat(operator.reverse("PDU91HIVIT", AMOUNT, "0f"))
                    .as(file)
                    .isInstanceOf(Acknowledgement.Refused.class);
        }
    }

    @Test
    void a_payout_carries_our_own_id() {
        for (String file : Payload.named("b2c-200-")) {
            safaricom.forgets(Safaricom.PAYOUT).saysFile(Safaricom.PAYOUT, 200, file);
            assertThat(operator.payOut("own-1", PHONE, AMOUNT, "0f")).isInstanceOf(Acknowledgement.Accepted.class);
        }
        var sent = safaricom.lastRequest(Safaricom.PAYOUT);
        assertThat(sent.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Payload.json("b2c-request-docs").propertyNames());
        assertThat(sent.path("OriginatorConversationID").asString()).isEqualTo("own-1");
        assertThat(sent.path("PartyB").asString()).isEqualTo("254708374149");
    }

    /** Case 39. */
    @Test
    void a_payout_that_was_asked_for_before_is_no_new_one() {
        safaricom.saysFile(Safaricom.PAYOUT, 500, "b2c-500-duplicate-originator-docs");
        assertThat(operator.payOut("own-1", PHONE, AMOUNT, "0f")).isEqualTo(new Acknowledgement.Duplicate());
    }

    @Test
    void silence_is_no_refusal() {
        safaricom.neverAnswers(Safaricom.REVERSAL);
        assertThat(operator.reverse("PDU91HIVIT", AMOUNT, "0f")).isInstanceOf(Acknowledgement.Unknown.class);
        assertThat(safaricom.calls(Safaricom.REVERSAL)).isEqualTo(1);
        safaricom.close();
        assertThat(operator.reverse("PDU91HIVIT", AMOUNT, "0f")).isEqualTo(new Acknowledgement.NotSent());
    }

    @Test
    void a_question_names_the_receipt_or_the_request() {
        safaricom.saysFile(Safaricom.STATUS, 200, "status-200-accepted-docs");
        assertThat(operator.askAboutReceipt("PDU91HIVIT", "0f")).isInstanceOf(Acknowledgement.Accepted.class);
        assertThat(safaricom.lastRequest(Safaricom.STATUS).path("TransactionID").asString())
                .isEqualTo("PDU91HIVIT");
        assertThat(operator.askAboutRequest("own-1", "0f")).isInstanceOf(Acknowledgement.Accepted.class);
        assertThat(safaricom
                        .lastRequest(Safaricom.STATUS)
                        .path("OriginalConversationID")
                        .asString())
                .isEqualTo("own-1");
    }

    @Test
    void the_list_of_payments_is_read_page_by_page() {
        Statements statements =
                new Statements(PromptsTest.client(Clock.systemUTC(), safaricom.properties()), safaricom.properties());
        Instant from = Instant.parse("2026-11-22T21:30:00Z");
        safaricom.saysFile(Safaricom.PULL, 200, "pull-query-1000-docs");
        assertThat(statements.pull(from, from, 0))
                .contains(List.of(new PulledPayment(
                        "yzlyrEsRG1",
                        Money.ofMajor(168, CurrencyCode.KES),
                        "37207636392",
                        "2020-08-05T10:13:00Z",
                        "708374149")));
        assertThat(safaricom.lastRequest(Safaricom.PULL).path("StartDate").asString())
                .isEqualTo("2026-11-23 00:30:00");
        safaricom.forgets(Safaricom.PULL).saysFile(Safaricom.PULL, 200, "pull-query-1001-2026-sandbox");
        assertThat(statements.pull(from, from, 0)).contains(List.of());
        safaricom.forgets(Safaricom.PULL).saysFile(Safaricom.PULL, 401, "pull-register-401-2026-sandbox");
        assertThat(statements.pull(from, from, 0)).isEqualTo(Optional.empty());
    }

    @Test
    void both_forms_of_a_registration_are_understood() {
        Statements statements =
                new Statements(PromptsTest.client(Clock.systemUTC(), safaricom.properties()), safaricom.properties());
        for (String file : Payload.named("c2b-register-200-")) {
            safaricom.forgets("/mpesa/c2b/v2/registerurl").saysFile("/mpesa/c2b/v2/registerurl", 200, file);
            assertThat(statements.register("https://shop.example/api/payments/c2b/0f/"))
                    .as(file)
                    .isTrue();
        }
    }
}
