package duka.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.ordering.api.OrderStatus;
import duka.payment.api.AttemptId;
import duka.payment.api.AttemptState;
import duka.payment.api.PaymentCommand.AnnotatePayment;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentCommand.StartAttempt;
import duka.payment.api.PaymentCommand.VoidPayment;
import duka.payment.api.PaymentId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaymentEndpointsTest extends EdgeTest {

    private static final String PAYMENTS = "/api/payments/payments/";
    private static final String INITIATE = "/api/payments/mpesa/initiate/";
    private static final PaymentId PAYMENT = PaymentId.of(Samples.ORDER);
    private static final String ONE = PAYMENTS + PAYMENT + "/";
    private static final String AGAIN = "{\"order_id\":\"" + Samples.ORDER + "\",\"method\":\"mpesa\"}";
    private static final String PROMPT = "{\"order_id\":\"" + Samples.ORDER + "\",\"phone_number\":\"0711 222 333\"}";

    @Test
    void a_payment_mirrors_the_attempt_that_decides() {
        given(AttemptState.FAILED);
        JsonNode failed = get(CUSTOMER, ONE).json();
        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("failure_code").asString()).isEqualTo("1032");
        assertThat(failed.path("phone_masked").asString()).isEqualTo("+2547*****000");
        assertThat(failed.path("attempts").get(0).path("status").asString()).isEqualTo("failed");
        given(AttemptState.FAILED, AttemptState.PAID);
        JsonNode paid = get(AUDITOR, ONE).json();
        assertThat(paid.path("status").asString()).isEqualTo("succeeded");
        assertThat(paid.path("failure_code").isNull()).isTrue();
        assertThat(paid.path("receipt_number").asString()).isEqualTo("SKJ4ABCDEF");
        assertThat(get(STRANGER, ONE).status()).isEqualTo(404);
        assertThat(get(CUSTOMER, PAYMENTS).json().path("count").asInt()).isEqualTo(1);
        assertThat(get(STRANGER, PAYMENTS).json().path("count").asInt()).isZero();
    }

    @Test
    void a_new_attempt_goes_to_the_orders_phone_unless_another_is_named() {
        given(AttemptState.FAILED);
        assertThat(post(CUSTOMER, PAYMENTS, AGAIN).status()).isEqualTo(201);
        StartAttempt started = world.sent(StartAttempt.class).getFirst();
        assertThat(started.n()).isEqualTo(2);
        assertThat(started.phone().value()).isEqualTo("+254712345000");
        assertThat(post(CUSTOMER, PAYMENTS, AGAIN.replace("}", ",\"phone\":\"0111222333\"}"))
                        .status())
                .isEqualTo(201);
        assertThat(world.sent(StartAttempt.class).getLast().phone().value()).isEqualTo("+254111222333");
    }

    @Test
    void a_verdict_says_why() {
        given(AttemptState.REVIEW);
        Answered silent = post(ADMIN, ONE + "resolve/", "{\"decision\":\"accept\"}");
        assertThat(silent.status()).isEqualTo(400);
        assertThat(silent.json().path("errors").get(0).path("field").asString()).isEqualTo("note");
        assertThat(world.sent(ResolveDispute.class)).isEmpty();
        assertThat(post(ADMIN, ONE + "resolve/", "{\"decision\":\"accept\",\"note\":\"Seen\"}")
                        .status())
                .isEqualTo(200);
        assertThat(world.sent(ResolveDispute.class).getFirst().note()).isEqualTo("Seen");
    }

    @Test
    void an_attempt_that_cannot_be_is_refused() {
        assertThat(post(CUSTOMER, PAYMENTS, AGAIN).status()).isEqualTo(404);
        world.show(Samples.sale(WANJIKU, OrderStatus.PLACED));
        assertThat(post(CUSTOMER, PAYMENTS, AGAIN).code()).isEqualTo("order_not_payable");
        given(AttemptState.PENDING);
        assertThat(post(CUSTOMER, PAYMENTS, AGAIN.replace("mpesa", "gold")).code())
                .isEqualTo("payment_method_not_supported");
        assertThat(post(CUSTOMER, PAYMENTS, AGAIN.replace("}", ",\"phone\":\"1\"}"))
                        .code())
                .isEqualTo("phone_invalid");
        assertThat(post(STRANGER, PAYMENTS, AGAIN).status()).isEqualTo(404);
        assertThat(post(AUDITOR, PAYMENTS, AGAIN).status()).isEqualTo(403);
        world.phoneBusy = true;
        assertThat(post(CUSTOMER, PAYMENTS, AGAIN).code()).isEqualTo("phone_busy");
        world.phoneBusy = false;
        world.on(StartAttempt.class, command -> {
            throw new Rejection("payment_in_progress", "A prompt is out.", Map.of("retry_after", 61));
        });
        Answered tooEarly = post(CUSTOMER, PAYMENTS, AGAIN);
        assertThat(tooEarly.code()).isEqualTo("payment_in_progress");
        assertThat(tooEarly.json().path("retry_after").asInt()).isEqualTo(61);
    }

    @Test
    void staff_note_and_end_payments() {
        given(AttemptState.PENDING);
        assertThat(send("PATCH", ADMIN, ONE, "{\"note\":\"called\"}").status()).isEqualTo(200);
        assertThat(world.sent(AnnotatePayment.class).getFirst().note()).isEqualTo("called");
        assertThat(send("PATCH", CUSTOMER, ONE, "{\"note\":\"x\"}").status()).isEqualTo(403);
        assertThat(send("DELETE", ADMIN, ONE, null).status()).isEqualTo(204);
        world.on(VoidPayment.class, command -> {
            throw new Rejection("payment_settled", "It is paid.");
        });
        assertThat(send("DELETE", ADMIN, ONE, null).code()).isEqualTo("payment_settled");
    }

    @Test
    void a_prompt_answers_once_mpesa_took_it() {
        given(AttemptState.FAILED);
        world.on(StartAttempt.class, command -> given(AttemptState.FAILED, AttemptState.PENDING));
        Answered initiated = post(CUSTOMER, INITIATE, PROMPT);
        assertThat(initiated.status()).isEqualTo(201);
        assertThat(initiated.json().path("status").asString()).isEqualTo("pending");
        assertThat(initiated.json().path("checkout_request_id").asString()).isEqualTo("ws_CO_2");
        assertThat(initiated.json().path("failure_code").isNull()).isTrue();
        String id = initiated.json().path("transaction_id").asString();
        assertThat(id).isEqualTo(AttemptId.of(PAYMENT, 2).toString());
        JsonNode status = get(CUSTOMER, "/api/payments/mpesa/transactions/" + id + "/status/")
                .json();
        assertThat(status.path("status").asString()).isEqualTo("pending");
        assertThat(status.path("amount").path("amount").asString()).isEqualTo("3250.00");
        assertThat(get(STRANGER, "/api/payments/mpesa/transactions/" + id + "/status/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_prompt_that_is_refused_at_once_says_so() {
        given(AttemptState.FAILED);
        world.on(StartAttempt.class, command -> given(AttemptState.FAILED, AttemptState.FAILED));
        JsonNode refused = post(CUSTOMER, INITIATE, PROMPT).json();
        assertThat(refused.path("status").asString()).isEqualTo("failed");
        assertThat(refused.path("failure_code").asString()).isEqualTo("1032");
        assertThat(post(CUSTOMER, INITIATE, PROMPT.replace("0711 222 333", "1"))
                        .json()
                        .path("errors")
                        .toString())
                .contains("phone_number");
    }

    @Test
    void everybody_may_know_how_the_shop_is_paid() {
        JsonNode methods = get(null, "/api/payments/mpesa/payment-methods/").json();
        assertThat(methods.get(0).path("code").asString()).isEqualTo("mpesa_paybill");
        assertThat(methods.get(1).path("code").asString()).isEqualTo("mpesa_till");
    }

    private void given(AttemptState... attempts) {
        world.show(Samples.paidBy(Samples.sale(WANJIKU, OrderStatus.AWAITING_PAYMENT), attempts));
    }
}
