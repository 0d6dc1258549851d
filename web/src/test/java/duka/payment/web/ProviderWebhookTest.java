package duka.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.kernel.web.World;
import duka.payment.api.OtherMoneyCommand.RecordProviderFailed;
import duka.payment.api.OtherMoneyCommand.RecordProviderPaid;
import duka.payment.api.OtherMoneyCommand.RecordProviderRefund;
import duka.payment.api.PaymentId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderWebhookTest extends EdgeTest {

    private static final String PATH = "/api/payments/webhook/";
    private static final String SECRET = "a provider's secret";
    private static final long NOW = World.NOW.getEpochSecond();

    private final String id = "evt_" + UUID.randomUUID();

    @Test
    void signed_money_is_told_to_the_payment_once() {
        String body = body("payment.succeeded", ",\"receipt\":\"ch_1\"");
        assertThat(tell(body).status()).isEqualTo(200);
        assertThat(tell(body).status()).isEqualTo(200);
        assertThat(world.sent(RecordProviderPaid.class)).hasSize(1).allSatisfy(paid -> {
            assertThat(paid.paymentId()).isEqualTo(PaymentId.of(Samples.ORDER));
            assertThat(paid.amount()).isEqualTo(Samples.kes(3_250));
            assertThat(paid.receipt()).isEqualTo("ch_1");
        });
    }

    @Test
    void failures_and_refunds_are_told_too() {
        assertThat(tell(body("payment.failed", "")).status()).isEqualTo(200);
        assertThat(world.sent(RecordProviderFailed.class)).hasSize(1);
        assertThat(tell(body("refund.succeeded", "").replace(id, id + "-2")).status())
                .isEqualTo(200);
        assertThat(world.sent(RecordProviderRefund.class)).hasSize(1);
    }

    @Test
    void a_refused_event_is_heard_again_when_it_is_repeated() {
        world.on(RecordProviderPaid.class, command -> {
            throw Rejection.notFound("payment");
        });
        String body = body("payment.succeeded", "");
        assertThat(tell(body).status()).isEqualTo(404);
        world.on(RecordProviderPaid.class, command -> {});
        assertThat(tell(body).status()).isEqualTo(200);
        assertThat(tell(body).status()).isEqualTo(200);
        assertThat(world.sent(RecordProviderPaid.class)).hasSizeBetween(1, 2);
    }

    @Test
    void who_does_not_sign_as_agreed_is_not_heard() {
        String body = body("payment.succeeded", "");
        String good = hmac(SECRET, NOW, body);
        assertThat(post(null, PATH, body).code()).isEqualTo("bad_signature");
        for (String header : new String[] {
            "t=" + NOW,
            "v1=" + good,
            "t=" + NOW + ",v1=" + hmac("another secret", NOW, body),
            "t=" + (NOW + 1) + ",v1=" + good,
            "t=" + (NOW - 301) + ",v1=" + hmac(SECRET, NOW - 301, body),
            "t=" + (NOW + 301) + ",v1=" + hmac(SECRET, NOW + 301, body),
            "t=99999999999999999999,v1=" + good,
            "nonsense"
        }) {
            Answered refused = post(null, PATH, body, "X-Signature", header);
            assertThat(refused.status()).as(header).isEqualTo(401);
        }
        assertThat(world.sent(RecordProviderPaid.class)).isEmpty();
        String changing = "t=" + (NOW - 299) + ",v1=00,v1=" + hmac(SECRET, NOW - 299, body);
        assertThat(post(null, PATH, body, "X-Signature", changing).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"id\":7,\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ID\",\"amount\":\"1\"}}",
                "{\"id\":\"a\\u0000b\",\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ID\",\"amount\":\"1\"}}",
                "{\"id\":\"e\",\"type\":\"payment.stolen\",\"data\":{\"order_id\":\"ID\",\"amount\":\"1\"}}",
                "{\"id\":\"e\",\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"x\",\"amount\":\"1\"}}",
                "{\"id\":\"e\",\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ID\"}}",
                "{\"id\":\"e\",\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ID\",\"amount\":\"-1\"}}",
                "{\"id\":\"e\",\"type\":\"payment.failed\",\"data\":{\"order_id\":\"ID\",\"amount\":\"x\"}}",
                "{\"id\":\"e\",\"type\":\"payment.succeeded\",\"data\":{\"order_id\":\"ID\","
                        + "\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}}}"
            })
    void what_is_malformed_is_a_400(String body) {
        Answered refused = tell(body.replace("ID", Samples.ORDER.toString()));
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
        assertThat(world.sent(RecordProviderPaid.class)).isEmpty();
    }

    private Answered tell(String body) {
        return post(null, PATH, body, "X-Signature", "t=" + NOW + ",v1=" + hmac(SECRET, NOW, body));
    }

    private String body(String type, String more) {
        return "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"data\":{\"order_id\":\"" + Samples.ORDER
                + "\",\"amount\":{\"amount\":\"3250.00\",\"currency\":\"KES\"}" + more + "}}";
    }

    private static String hmac(String secret, long at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
