package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import daraja.simulator.web.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CustomerMoneyTest extends SimulatorTest {

    private static final String PHONE = "254712345111";

    @Test
    void a_registered_shop_hears_of_prompts_a_second_time_with_the_same_receipt() {
        assertThat(register(2).json().path("ResponseCode").asString()).isEqualTo("00000000");

        String receipt = daraja.paid(PHONE, 200, shop.url("/stk"));

        JsonNode confirmation = shop.await("/c2b/confirm", 1).getFirst().body();
        assertThat(confirmation.path("TransID").asString()).isEqualTo(receipt);
        assertThat(confirmation.path("TransAmount").asString()).isEqualTo("200.00");
        assertThat(confirmation.path("MSISDN").asString()).isEqualTo("2547 ***** 111");
        assertThat(confirmation.path("BillRefNumber").asString()).isEqualTo("D12345678");
    }

    @Test
    void money_that_comes_by_itself_is_validated_when_the_switch_says_so() {
        daraja.script("{\"switches\":{\"c2b_validation\":true}}");
        assertThat(register(1).status()).isEqualTo(200);
        shop.answers(200, "{\"ResultCode\":\"C2B00012\",\"ResultDesc\":\"Rejected\"}");
        assertThat(send(30).status()).isEqualTo(200);
        daraja.advance(1);
        assertThat(shop.await("/c2b/validate", 1)
                        .getFirst()
                        .body()
                        .path("MSISDN")
                        .asString())
                .matches("[0-9a-f]{64}");
        assertThat(daraja.ledger(PHONE).path("entries")).isEmpty();

        shop.answers(200, "{\"ResultCode\":\"0\",\"ResultDesc\":\"Accepted\"}");
        assertThat(send(30).status()).isEqualTo(200);
        daraja.advance(1);
        shop.await("/c2b/confirm", 1);
        assertThat(daraja.ledger(PHONE).path("shop_balance").asLong()).isEqualTo(30);
    }

    @Test
    void pull_lists_two_days_with_an_offset() {
        assertThat(pull(0).path("ResponseCode").asString()).isEqualTo("1001");
        String old = daraja.paid(PHONE, 10, shop.url("/stk"));
        assertThat(pull(0).path("ResponseCode").asString()).isEqualTo("1000");
        daraja.script("{\"switches\":{\"pull_unregistered\":true}}");
        assertThat(pull(0).path("ResponseCode").asString()).isEqualTo("1001");
        assertThat(daraja.post(
                                "/pulltransactions/v1/register",
                                Json.object()
                                        .put("ShortCode", "174379")
                                        .put("RequestType", "Pull")
                                        .put("NominatedNumber", PHONE)
                                        .put("CallBackURL", shop.url("/pull")))
                        .json()
                        .path("ResponseStatus")
                        .asString())
                .isEqualTo("1000");
        JsonNode first = pull(0).path("Response").path(0).path(0);
        assertThat(first.path("transactionId").asString()).isEqualTo(old);
        assertThat(first.path("amount").asString()).isEqualTo("10.00");
        assertThat(first.path("msisdn").asLong()).isEqualTo(712345111);
        assertThat(first.path("trxDate").asString()).isEqualTo("2026-11-23T09:00:03Z");

        daraja.advance(47 * 3600);
        daraja.renewToken();
        String fresh = daraja.paid(PHONE, 20, shop.url("/stk"));
        assertThat(pull(0).path("Response").path(0)).hasSize(2);
        assertThat(pull(1).path("Response")
                        .path(0)
                        .path(0)
                        .path("transactionId")
                        .asString())
                .isEqualTo(fresh);
        assertThat(pull(2).has("Response")).isFalse();

        daraja.advance(3600);
        daraja.renewToken();
        assertThat(pull(0).path("Response").path(0)).hasSize(1);
    }

    private Daraja.Reply register(int version) {
        return daraja.post(
                "/mpesa/c2b/v" + version + "/registerurl",
                Json.object()
                        .put("ShortCode", "174379")
                        .put("ResponseType", "Completed")
                        .put("ConfirmationURL", shop.url("/c2b/confirm"))
                        .put("ValidationURL", shop.url("/c2b/validate")));
    }

    private Daraja.Reply send(long amount) {
        return daraja.post(
                "/mpesa/c2b/v1/simulate",
                Json.object()
                        .put("ShortCode", "174379")
                        .put("CommandID", "CustomerPayBillOnline")
                        .put("Amount", amount)
                        .put("Msisdn", PHONE)
                        .put("BillRefNumber", "D12345678"));
    }

    private JsonNode pull(int offset) {
        return daraja.post(
                        "/pulltransactions/v1/query",
                        Json.object()
                                .put("ShortCode", "174379")
                                .put("StartDate", "2026-11-22 00:00:00")
                                .put("EndDate", "2026-11-30 00:00:00")
                                .put("OffSetValue", Integer.toString(offset)))
                .json();
    }
}
