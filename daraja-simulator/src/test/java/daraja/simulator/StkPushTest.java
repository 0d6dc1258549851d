package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StkPushTest extends SimulatorTest {

    private static final String PHONE = "254712345111";

    @Test
    void a_token_has_28_characters_and_its_life_is_a_text() {
        JsonNode token = daraja.token("duka-development-key", "duka-development-secret", "client_credentials")
                .json();

        assertThat(token.path("access_token").asString()).hasSize(28);
        assertThat(token.path("expires_in").isString()).isTrue();
        assertThat(token.path("expires_in").asString()).isEqualTo("3599");
    }

    @Test
    void wrong_app_credentials_and_grants_are_refused() {
        assertThat(daraja.token("a", "b", "client_credentials")
                        .json()
                        .path("errorCode")
                        .asString())
                .isEqualTo("400.008.01");
        assertThat(daraja.token("duka-development-key", "duka-development-secret", "password")
                        .json()
                        .path("errorCode")
                        .asString())
                .isEqualTo("400.008.02");
    }

    @Test
    void a_payment_moves_money_and_is_called_back_as_captured() {
        Daraja.Reply push = daraja.push(daraja.pushBody(PHONE, 450, shop.url("/stk/a")));
        assertThat(push.status()).isEqualTo(200);
        assertThat(push.json().path("ResponseCode").asString()).isEqualTo("0");
        assertThat(push.json().path("ResponseCode").isString()).isTrue();
        String id = push.json().path("CheckoutRequestID").asString();
        assertThat(id).matches("ws_CO_\\d{14}\\d{1,3}712345111");
        assertThat(daraja.queriedCode(id)).isEqualTo("4999");

        daraja.advance(3);

        Shop.Post post = shop.await("/stk/a", 1).getFirst();
        assertThat(post.businessShortCode()).isEqualTo("174379");
        JsonNode callback = post.body().path("Body").path("stkCallback");
        assertThat(callback.path("ResultCode").isInt()).isTrue();
        assertThat(callback.path("ResultCode").asInt()).isZero();
        assertThat(callback.path("CheckoutRequestID").asString()).isEqualTo(id);
        JsonNode items = callback.path("CallbackMetadata").path("Item");
        assertThat(items.valueStream().map(item -> item.path("Name").asString()))
                .containsExactly("Amount", "MpesaReceiptNumber", "Balance", "TransactionDate", "PhoneNumber");
        assertThat(items.path(0).path("Value").asLong()).isEqualTo(450);
        assertThat(items.path(1).path("Value").asString()).matches("[A-Z0-9]{10}");
        assertThat(items.path(2).has("Value")).isFalse();
        assertThat(items.path(3).path("Value").isNumber()).isTrue();
        assertThat(items.path(4).path("Value").asLong()).isEqualTo(254712345111L);

        JsonNode entry = daraja.ledger(PHONE).path("entries").path(0);
        assertThat(entry.path("kind").asString()).isEqualTo("payment");
        assertThat(entry.path("receipt")).isEqualTo(items.path(1).path("Value"));
        assertThat(entry.path("checkout_request_id").asString()).isEqualTo(id);
        assertThat(entry.path("amount").asLong()).isEqualTo(450);
        assertThat(daraja.ledger(PHONE).path("shop_balance").asLong()).isEqualTo(450);
        assertThat(daraja.phone("0712345111").path("balance").asLong()).isEqualTo(99_550);
        assertThat(daraja.queriedCode(id)).isEqualTo("0");
        assertThat(daraja.query(id).json().path("ResultCode").isString()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "BusinessShortCode,12",
        "Timestamp,20261399000000",
        "TransactionType,Pay",
        "TransactionType,CustomerBuyGoodsOnline",
        "Amount,0",
        "Amount,1.50",
        "Amount,250001",
        "PartyA,255712345678",
        "PhoneNumber,25471234567",
        "CallBackURL,http://localhost/a b",
        "CallBackURL,http://localhost/Stk",
        "CallBackURL,http://localhost/mpesa/callback",
        "CallBackURL,http://localhost/query",
        "AccountReference,D123456789012",
        "TransactionDesc,longer than thirteen"
    })
    void a_bad_field_is_named(String field, String value) {
        ObjectNode body = daraja.pushBody(PHONE, 1, shop.url("/stk/a"));

        Daraja.Reply reply = daraja.push(body.put(field, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errorCode").asString()).isEqualTo("400.002.02");
        assertThat(reply.json().path("errorMessage").asString()).isEqualTo("Bad Request - Invalid " + field);
        assertThat(reply.json().propertyNames()).isEqualTo(Set.of("requestId", "errorCode", "errorMessage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccountReference", "TransactionDesc"})
    void missing_words_are_called_remarks(String field) {
        ObjectNode body = daraja.pushBody(PHONE, 1, shop.url("/stk/a"));
        body.remove(field);

        assertThat(daraja.push(body).json().path("errorMessage").asString()).isEqualTo("Bad Request - Invalid Remarks");
    }

    @Test
    void token_then_json_then_fields_then_merchant_then_password() {
        String path = "/mpesa/stkpush/v1/processrequest";
        ObjectNode body = daraja.pushBody(PHONE, 0, shop.url("/stk/a")).put("BusinessShortCode", 600000);
        assertThat(error(daraja.push(body))).isEqualTo("400.002.02 Bad Request - Invalid Amount");
        assertThat(error(daraja.push(body.put("Amount", 1)))).isEqualTo("500.001.1001 Merchant does not exist");
        body.put("BusinessShortCode", 174379).put("Timestamp", "20261123120001");
        assertThat(error(daraja.push(body))).isEqualTo("500.001.1001 Wrong credentials");
        assertThat(error(daraja.post(path, "{no json"))).isEqualTo("400.002.05 Invalid Request Payload");
        daraja.useToken("stale");
        assertThat(daraja.post(path, "{no json").status()).isEqualTo(404);
        assertThat(error(daraja.post(path, "{no json"))).isEqualTo("404.001.03 Invalid Access Token");
    }

    private static String error(Daraja.Reply reply) {
        return reply.json().path("errorCode").asString()
                + ' '
                + reply.json().path("errorMessage").asString();
    }

    @Test
    void one_phone_shows_one_prompt() {
        daraja.pushed("254712345999", 10, shop.url("/stk/a"));

        Daraja.Reply second = daraja.push(daraja.pushBody("254712345999", 20, shop.url("/stk/b")));

        assertThat(second.status()).isEqualTo(500);
        assertThat(second.json().path("errorCode").asString()).isEqualTo("500.001.1001");
        assertThat(second.json().path("errorMessage").asString()).startsWith("Unable to lock subscriber");
        assertThat(daraja.phone("254712345999").path("prompts")).hasSize(1);
    }

    @Test
    void the_same_amount_within_two_minutes_of_a_success_ends_with_17() {
        daraja.pushed(PHONE, 10, shop.url("/stk/a"));
        daraja.advance(3);
        String second = daraja.pushed(PHONE, 10, shop.url("/stk/b"));
        daraja.advance(2);

        assertThat(shop.await("/stk/b", 1)
                        .getFirst()
                        .body()
                        .path("Body")
                        .path("stkCallback")
                        .path("ResultCode")
                        .asInt())
                .isEqualTo(17);
        assertThat(daraja.queriedCode(second)).isEqualTo("17");

        daraja.advance(120);
        daraja.pushed(PHONE, 10, shop.url("/stk/c"));
        daraja.advance(3);
        assertThat(shop.await("/stk/c", 1)
                        .getFirst()
                        .body()
                        .path("Body")
                        .path("stkCallback")
                        .path("ResultCode")
                        .asInt())
                .isZero();
        assertThat(daraja.ledger(PHONE).path("entries")).hasSize(2);
    }
}
