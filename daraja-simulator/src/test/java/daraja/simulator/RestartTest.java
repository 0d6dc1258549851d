package daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daraja.simulator.web.Json;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class RestartTest extends SimulatorTest {

    private static final String PHONE = "254712345111";

    @Test
    void the_ledger_balances_and_answers_survive() throws Exception {
        String id = daraja.pushed(PHONE, 200, shop.url("/stk"));
        daraja.advance(3);
        var ignored = daraja.post("/simulator/phones/254112345111/", "{\"balance\":7}");
        var before = daraja.ledger(PHONE);

        restart();

        assertThat(daraja.ledger(PHONE)).isEqualTo(before);
        assertThat(daraja.phone(PHONE).path("balance").asLong()).isEqualTo(99_800);
        assertThat(daraja.phone("254112345111").path("balance").asLong()).isEqualTo(7);
        assertThat(daraja.queriedCode(id)).isEqualTo("0");
        assertThat(shop.posts("/stk")).hasSize(1);
    }

    @Test
    void an_open_prompt_goes_on_where_it_was() throws Exception {
        String id = daraja.pushed("254712345008", 200, shop.url("/stk"));
        daraja.advance(4);

        restart();

        assertThat(daraja.queriedCode(id)).isEqualTo("4999");
        assertThat(daraja.push(daraja.pushBody("254712345008", 5, shop.url("/stk")))
                        .status())
                .isEqualTo(500);
        daraja.advance(6);
        shop.await("/stk", 1);
        assertThat(daraja.queriedCode(id)).isEqualTo("0");
    }

    @Test
    void an_accepted_payout_is_paid_once_and_its_id_stays_used() throws Exception {
        daraja.paid(PHONE, 200, shop.url("/stk"));
        assertThat(payOut().status()).isEqualTo(200);

        restart();

        assertThat(payOut().json().path("errorCode").asString()).isEqualTo("500.002.1001");
        daraja.advance(1);
        shop.await("/results", 1);
        assertThat(daraja.ledger(PHONE).path("shop_balance").asLong()).isEqualTo(150);
    }

    @Test
    void a_line_that_a_crash_cut_is_dropped() throws Exception {
        daraja.paid(PHONE, 200, shop.url("/stk"));
        daraja.close();
        Files.writeString(data.resolve("simulator/ledger.ndjson"), "{\"at\":\"2026", StandardOpenOption.APPEND);
        daraja = new Daraja(data);

        assertThat(daraja.ledger(PHONE).path("entries")).hasSize(1);
        daraja.paid(PHONE, 300, shop.url("/stk"));
        restart();
        assertThat(daraja.ledger(PHONE).path("shop_balance").asLong()).isEqualTo(500);
    }

    @Test
    void a_second_simulator_leaves_the_files_of_the_first_alone() {
        String id = daraja.pushed("254712345999", 200, shop.url("/stk"));

        assertThatThrownBy(() -> new Daraja(data)).hasMessageStartingWith("Another simulator uses");
        assertThatThrownBy(() -> new Daraja(Settings.inProcess(data).onPort(daraja.port())))
                .isInstanceOf(BindException.class);

        var ignored = daraja.post("/simulator/prompts/" + id + "/approve/", "");
        shop.await("/stk", 1);
        assertThat(daraja.ledger("254712345999").path("entries")).hasSize(1);
    }

    private Daraja.Reply payOut() {
        return daraja.post(
                "/mpesa/b2c/v3/paymentrequest",
                Json.object()
                        .put("OriginatorConversationID", "refund-1")
                        .put("InitiatorName", "testapi")
                        .put("SecurityCredential", daraja.credential("Duka-development-1"))
                        .put("CommandID", "BusinessPayment")
                        .put("Amount", 50)
                        .put("PartyA", "174379")
                        .put("PartyB", PHONE)
                        .put("Remarks", "refund")
                        .put("ResultURL", shop.url("/results/a"))
                        .put("QueueTimeOutURL", shop.url("/timeouts/a")));
    }

    private void restart() throws Exception {
        daraja.close();
        daraja = new Daraja(data);
    }
}
