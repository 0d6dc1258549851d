package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ScriptTest extends SimulatorTest {

    private static final String PHONE = "254712345111";

    @Test
    void a_query_stays_in_flight_and_falls_silent_as_often_as_it_is_told() {
        String id = daraja.pushed(PHONE, 10, shop.url("/stk"));
        daraja.advance(3);
        daraja.script("""
                {"scripts":[{"on":"query","result_code":"4999","times":2},
                            {"on":"query","answer":"empty_error"},
                            {"on":"query","answer":"empty_error","status":200},
                            {"on":"query","answer":"being_processed"},
                            {"on":"query","answer":"does_not_exist"},
                            {"on":"query","result_code":"1037","msisdn":"254712345111"}]}""");

        assertThat(daraja.queriedCode(id)).isEqualTo("4999");
        assertThat(daraja.queriedCode(id)).isEqualTo("4999");
        Daraja.Reply empty = daraja.query(id);
        assertThat(empty.status()).isEqualTo(500);
        assertThat(empty.json().path("errorMessage").asString()).isEmpty();
        assertThat(daraja.query(id).status()).isEqualTo(200);
        assertThat(daraja.query(id).json().path("errorMessage").asString())
                .isEqualTo("The transaction is being processed");
        assertThat(daraja.query(id).json().path("requestId").asString()).isEqualTo(id);
        assertThat(daraja.queriedCode(id)).isEqualTo("1037");
        assertThat(daraja.queriedCode(id)).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "busy,500,500.003.02", "spike,500,500.003.02", "quota,500,500.003.03", "forbidden_html,403,",
        "unavailable_html,503,", "empty,400,", "internal_error,500,500.003.1001", "cut,0,"
    })
    void a_push_is_refused_in_many_ways_and_asks_nobody(String answer, int status, String code) {
        daraja.script("{\"on\":\"push\",\"answer\":\"" + answer + "\"}");

        Daraja.Reply reply = daraja.push(daraja.pushBody(PHONE, 10, shop.url("/stk")));

        assertThat(reply.status()).isEqualTo(status);
        if (code != null) {
            assertThat(reply.json().path("errorCode").asString()).isEqualTo(code);
        }
        assertThat(daraja.phone(PHONE).path("prompts")).isEmpty();
    }

    @Test
    void a_push_is_accepted_and_its_answer_lost() {
        daraja.script("{\"on\":\"push\",\"answer\":\"cut\",\"accept\":true}");

        assertThat(daraja.push(daraja.pushBody(PHONE, 10, shop.url("/stk"))).status())
                .isZero();
        assertThat(daraja.phone(PHONE).path("prompts")).hasSize(1);
    }

    @Test
    void any_result_code_can_be_had_and_texts_stay_texts() {
        daraja.script("{\"on\":\"push\",\"behaviour\":\"code:SFC_IC0003\",\"amount_is\":77}");
        daraja.pushed(PHONE, 77, shop.url("/stk"));
        daraja.advance(2);

        JsonNode callback = callback(shop.await("/stk", 1).getFirst());
        assertThat(callback.path("ResultCode").isString()).isTrue();
        assertThat(callback.path("ResultCode").asString()).isEqualTo("SFC_IC0003");
    }

    @Test
    void a_wrong_pair_of_paybill_and_party_fails_later() {
        assertThat(daraja.push(daraja.pushBody(PHONE, 10, shop.url("/stk")).put("PartyB", "600000"))
                        .status())
                .isEqualTo(200);
        daraja.advance(2);

        assertThat(callback(shop.await("/stk", 1).getFirst()).path("ResultCode").asInt())
                .isEqualTo(2028);
    }

    @Test
    void callbacks_can_be_dropped_late_doubled_forged_and_written_in_old_ways() {
        daraja.script("""
                {"scripts":[{"on":"callback","drop":true},
                            {"on":"callback","delay_seconds":50,"copies":2},
                            {"on":"callback","amount_off":5,"phone":"254700000000","prefix":"[STK_CB - ]",
                             "balance":"absent","shuffled":true}]}""");
        daraja.pushed("254712345101", 10, shop.url("/stk/dropped"));
        daraja.advance(3);
        daraja.pushed("254712345102", 10, shop.url("/stk/late"));
        daraja.advance(3);
        daraja.pushed("254712345103", 10, shop.url("/stk/odd"));
        daraja.advance(3);

        JsonNode odd = callback(shop.await("/stk/odd", 1).getFirst());
        assertThat(odd.path("ResultDesc").asString()).startsWith("[STK_CB - ]The service");
        assertThat(odd.path("CallbackMetadata")
                        .path("Item")
                        .valueStream()
                        .map(item -> item.path("Name").asString()))
                .containsExactly("Unheard", "PhoneNumber", "TransactionDate", "MpesaReceiptNumber", "Amount");
        assertThat(shop.posts("/stk/late")).isEmpty();
        daraja.advance(50);
        shop.await("/stk/late", 2);
        assertThat(shop.posts("/stk/dropped")).isEmpty();
    }

    @Test
    void callbacks_can_change_places() {
        daraja.script("{\"on\":\"callback\",\"hold\":true}");
        daraja.pushed("254712345101", 10, shop.url("/stk/first"));
        daraja.advance(3);
        assertThat(shop.posts("/stk")).isEmpty();
        daraja.pushed("254712345102", 10, shop.url("/stk/second"));
        daraja.advance(10);

        assertThat(shop.await("/stk", 2).stream().map(Shop.Post::path)).containsExactly("/stk/second", "/stk/first");
    }

    @Test
    void nothing_is_delivered_again_unless_the_switch_says_so() {
        shop.answers(500, "");
        daraja.pushed("254712345101", 10, shop.url("/stk/once"));
        daraja.advance(60);
        assertThat(shop.await("/stk/once", 1)).hasSize(1);

        daraja.script("{\"switches\":{\"redeliver\":true}}");
        daraja.pushed("254712345102", 10, shop.url("/stk/again"));
        for (int i = 0; i < 8; i++) {
            daraja.advance(10);
        }
        assertThat(shop.await("/stk/again", 4)).hasSize(4);
    }

    @Test
    void an_old_token_dies_and_a_life_is_short_when_the_switches_say_so() {
        daraja.script("{\"switches\":{\"old_token_dies\":true,\"token_life_seconds\":30}}");
        JsonNode token = daraja.token("duka-development-key", "duka-development-secret", "client_credentials")
                .json();
        assertThat(token.path("expires_in").asString()).isEqualTo("29");
        assertThat(daraja.query("ws_CO_1").status()).isEqualTo(404);

        daraja.useToken(token.path("access_token").asString());
        assertThat(daraja.query("ws_CO_1").json().path("errorMessage").asString())
                .isEqualTo("The transaction does not Exist");
        daraja.advance(31);
        assertThat(daraja.query("ws_CO_1").status()).isEqualTo(404);
    }

    @Test
    void ids_have_the_form_of_2021_when_the_switch_says_so() {
        daraja.script("{\"switches\":{\"id_style\":\"2021\"}}");

        JsonNode push =
                daraja.push(daraja.pushBody(PHONE, 10, shop.url("/stk"))).json();

        assertThat(push.path("MerchantRequestID").asString()).matches("\\d{5}-\\d{8}-1");
        assertThat(push.path("CheckoutRequestID").asString()).matches("ws_CO_\\d{18}");
    }

    @Test
    void pushes_beyond_the_rate_are_arrested() {
        daraja.script("{\"switches\":{\"pushes_per_second\":1}}");
        List<Integer> statuses = List.of(1, 2, 3, 4, 5).stream()
                .map(i -> daraja.push(daraja.pushBody("25471234510" + i, 10, shop.url("/stk")))
                        .status())
                .toList();

        assertThat(statuses).contains(200, 500);
    }

    @Test
    void every_captured_body_can_be_replayed_by_name() {
        JsonNode names = daraja.get("/simulator/payloads/").json().path("names");
        assertThat(names.size()).isGreaterThan(60);
        names.forEach(name -> {
            Daraja.Reply shown = daraja.get("/simulator/payloads/" + name.asString() + "/");
            assertThat(shown.status()).as(name.asString()).isEqualTo(200);
        });
        assertThat(daraja.get("/simulator/payloads/stk-callback-0-success-2019/")
                        .text())
                .contains("\"Value\":1.00");

        assertThat(daraja.post(
                                "/simulator/payloads/stk-callback-1032-cancelled-2019/",
                                "{\"url\":\"" + shop.url("/replay") + "\",\"fields\":{\"CheckoutRequestID\":\"x\"}}")
                        .json()
                        .path("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(callback(shop.await("/replay", 1).getFirst())
                        .path("CheckoutRequestID")
                        .asString())
                .isEqualTo("x");
        assertThat(daraja.get("/simulator/payloads/..%2fpage/").status()).isEqualTo(404);
        assertThat(daraja.get("/simulator/payloads/none/").status()).isEqualTo(400);
    }

    @Test
    void a_captured_body_can_stand_for_an_answer() {
        daraja.script("{\"on\":\"push\",\"payload\":\"stk-push-400-threat-detected\",\"status\":400}");

        JsonNode reply =
                daraja.push(daraja.pushBody(PHONE, 10, shop.url("/stk"))).json();

        assertThat(reply.path("requestId").isNull()).isTrue();
        assertThat(daraja.post("/simulator/script/", "{\"on\":\"push\",\"payload\":\"none\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nothing_leaves_this_machine() {
        daraja.pushed(PHONE, 10, "https://192.0.2.1/stk");
        daraja.advance(3);

        JsonNode callback =
                daraja.get("/simulator/callbacks/").json().path("callbacks").path(0);
        assertThat(callback.path("outcome").asString()).isEqualTo("not a loopback address");
    }

    private static JsonNode callback(Shop.Post post) {
        return post.body().path("Body").path("stkCallback");
    }
}
