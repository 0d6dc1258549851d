package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PhoneBehaviourTest extends SimulatorTest {

    @ParameterizedTest
    @CsvSource({
        "000,1,0",
        "001,2,1",
        "002,3,0",
        "005,3,0",
        "007,3,0",
        "008,10,0",
        "009,3,0",
        "019,20,1019",
        "032,2,1032",
        "036,60,1037",
        "037,3,1037",
        "111,3,0",
        "201,2,2001",
        "404,3,0",
        "999,600,1037"
    })
    void a_phone_decides_in_its_own_time(String tail, int seconds, String code) {
        String phone = "254712345" + tail;
        var ignored = daraja.push(daraja.pushBody(phone, 70, shop.url("/stk")));
        String id = onlyPrompt(phone).path("checkout_request_id").asString();

        daraja.advance(seconds - 1);
        assertThat(onlyPrompt(phone).path("state").asString()).isEqualTo("pending");
        assertThat(daraja.queriedCode(id)).isEqualTo("4999");

        daraja.advance(1);
        assertThat(daraja.queriedCode(id)).isEqualTo(code);
        long paid = code.equals("0") ? 1 : 0;
        long charges = tail.equals("009") ? 2 : paid;
        assertThat(daraja.ledger(phone).path("entries")).hasSize((int) charges);
        assertThat(daraja.phone(phone).path("balance").asLong()).isEqualTo(100_000 - charges * 70);
        if (!tail.equals("404")) {
            assertThat(codeOf(shop.await("/stk", 1).getFirst())).isEqualTo(code);
        }
    }

    @Test
    void tail_002_calls_back_three_times_with_the_same_body() {
        daraja.pushed("254712345002", 10, shop.url("/stk"));
        daraja.advance(3);

        assertThat(shop.await("/stk", 3).stream().map(Shop.Post::body).distinct())
                .hasSize(1);
    }

    @Test
    void tail_003_calls_back_before_the_push_is_answered() {
        daraja.pushed("254712345003", 10, shop.url("/stk"));

        assertThat(shop.posts("/stk")).hasSize(1);
    }

    @Test
    void tail_004_calls_back_an_hour_later_and_the_query_waits_for_it() {
        String id = daraja.pushed("254712345004", 10, shop.url("/stk"));
        daraja.advance(3);
        assertThat(daraja.ledger("254712345004").path("entries")).hasSize(1);
        assertThat(daraja.queriedCode(id)).isEqualTo("4999");

        daraja.advance(3598);
        assertThat(shop.posts("/stk")).isEmpty();
        assertThat(daraja.queriedCode(id)).isEqualTo("none");
        daraja.renewToken();
        assertThat(daraja.queriedCode(id)).isEqualTo("4999");

        daraja.advance(2);
        shop.await("/stk", 1);
        assertThat(daraja.queriedCode(id)).isEqualTo("0");
    }

    @Test
    void tail_005_calls_back_another_amount_than_was_charged() {
        daraja.pushed("254712345005", 10, shop.url("/stk"));
        daraja.advance(3);

        assertThat(item(shop.await("/stk", 1).getFirst(), "Amount").asLong()).isEqualTo(11);
        assertThat(daraja.ledger("254712345005")
                        .path("entries")
                        .path(0)
                        .path("amount")
                        .asLong())
                .isEqualTo(10);
    }

    @Test
    void tail_006_is_denied_by_the_query_for_two_minutes() {
        String id = daraja.pushed("254712345006", 10, shop.url("/stk"));
        daraja.advance(3);
        assertThat(codeOf(shop.await("/stk", 1).getFirst())).isEqualTo("0");
        assertThat(daraja.queriedCode(id)).isEqualTo("1032");
        daraja.advance(116);
        assertThat(daraja.queriedCode(id)).isEqualTo("1032");
        daraja.advance(1);
        assertThat(daraja.queriedCode(id)).isEqualTo("0");
    }

    @Test
    void tail_007_cuts_the_connection_after_one_prompt_and_approves() {
        assertThat(daraja.push(daraja.pushBody("254712345007", 10, shop.url("/stk")))
                        .status())
                .isZero();
        daraja.advance(3);

        shop.await("/stk", 1);
        assertThat(daraja.get("/simulator/requests/")
                        .json()
                        .path("counts")
                        .path("/mpesa/stkpush/v1/processrequest")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void tail_009_charges_twice_and_the_ledger_shows_it() {
        daraja.pushed("254712345009", 10, shop.url("/stk"));
        daraja.advance(4);

        Set<String> told = shop.await("/stk", 2).stream()
                .map(post -> item(post, "MpesaReceiptNumber").asString())
                .collect(Collectors.toSet());
        assertThat(told).hasSize(2);
        assertThat(daraja.ledger("254712345009").path("shop_balance").asLong()).isEqualTo(20);
    }

    @Test
    void tail_404_loses_the_callback() {
        daraja.pushed("254712345404", 10, shop.url("/stk"));
        daraja.advance(3600);

        assertThat(daraja.get("/simulator/callbacks/")
                        .json()
                        .path("sent_in_all")
                        .asInt())
                .isZero();
    }

    @Test
    void tail_503_answers_html_and_asks_nobody() {
        Daraja.Reply reply = daraja.push(daraja.pushBody("254712345503", 10, shop.url("/stk")));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).startsWith("<html>");
        assertThat(daraja.phone("254712345503").path("prompts")).isEmpty();
    }

    @Test
    void tail_999_waits_for_a_hand() {
        String yes = daraja.pushed("254712345999", 10, shop.url("/stk/yes"));
        assertThat(daraja.post("/simulator/prompts/" + yes + "/approve/", "").status())
                .isEqualTo(200);
        assertThat(codeOf(shop.await("/stk/yes", 1).getFirst())).isEqualTo("0");
        assertThat(daraja.post("/simulator/prompts/" + yes + "/cancel/", "").status())
                .isEqualTo(409);

        String no = daraja.pushed("254112345999", 10, shop.url("/stk/no"));
        var ignored = daraja.post("/simulator/prompts/" + no + "/cancel/", "");
        assertThat(codeOf(shop.await("/stk/no", 1).getFirst())).isEqualTo("1032");
    }

    @Test
    void a_phone_can_be_told_how_to_behave_and_what_it_holds() {
        var ignored = daraja.post("/simulator/phones/+254712345111/", "{\"behaviour\":\"032\",\"balance\":5}");
        daraja.pushed("254712345111", 10, shop.url("/stk/a"));
        daraja.advance(2);
        assertThat(codeOf(shop.await("/stk/a", 1).getFirst())).isEqualTo("1032");

        ignored = daraja.post("/simulator/phones/0712345111/", "{\"behaviour\":\"000\"}");
        daraja.pushed("254712345111", 10, shop.url("/stk/b"));
        daraja.advance(1);
        assertThat(codeOf(shop.await("/stk/b", 1).getFirst())).isEqualTo("1");
        assertThat(daraja.phone("254712345111").path("balance").asLong()).isEqualTo(5);
        assertThat(daraja.post("/simulator/phones/254712345111/", "{\"behaviour\":\"sleepy\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void reset_empties_ledger_phones_and_clock_and_keeps_tokens() {
        daraja.pushed("254712345111", 10, shop.url("/stk"));
        daraja.advance(30);
        var ignored = daraja.post("/simulator/reset/", "");

        assertThat(daraja.ledger("254712345111").path("shop_balance").asLong()).isZero();
        assertThat(daraja.phone("254712345111").path("balance").asLong()).isEqualTo(100_000);
        assertThat(daraja.phone("254712345111").path("prompts")).isEmpty();
        assertThat(daraja.get("/simulator/clock/").json().path("offset_seconds").asInt())
                .isZero();
        daraja.pushed("254712345111", 10, shop.url("/stk"));
    }

    private JsonNode onlyPrompt(String phone) {
        JsonNode prompts = daraja.phone(phone).path("prompts");
        assertThat(prompts).hasSize(1);
        return prompts.path(0);
    }

    private static String codeOf(Shop.Post post) {
        return post.body().path("Body").path("stkCallback").path("ResultCode").asString();
    }

    private static JsonNode item(Shop.Post post, String name) {
        return post.body()
                .path("Body")
                .path("stkCallback")
                .path("CallbackMetadata")
                .path("Item")
                .valueStream()
                .filter(item -> item.path("Name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("Value");
    }
}
