package duka.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import duka.identity.account.AccountView;
import duka.identity.account.Accounts;
import duka.identity.api.Role;
import duka.kernel.Rejection;
import duka.kernel.web.EdgeTest;
import duka.kernel.web.Samples;
import duka.ordering.api.OrderCommand.ImportOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.PastEnd;
import duka.payment.api.PastMoneyCommand.ImportPayment;
import duka.payment.api.PastMoneyCommand.ImportRefund;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OrderImportTest extends EdgeTest {

    private static final String IMPORT = "/api/orders/import/";
    private static final String BODY = """
            {"invoices":[{"number":"536365","customer":"17850","country":"GB","occurred_at":"2010-12-01T05:26:00Z",
              "lines":[{"sku":"lamp-1","quantity":6,"unit_price":{"amount":"441.00","currency":"KES"}},
                       {"sku":"LAMP-1","quantity":1,"unit_price":{"amount":"441.00","currency":"KES"}},
                       {"sku":"LAMP-1","quantity":1,"unit_price":{"amount":"400.00","currency":"KES"}},
                       {"sku":"CHAIR","quantity":1,"unit_price":{"amount":"9.00","currency":"KES"}}]}],
             "credits":[{"number":"C536548","invoice":"536365","amount":{"amount":"441.00","currency":"KES"},
              "occurred_at":"2010-12-03T05:00:00Z"}]}""";

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void lamps() {
        world.list(Samples.LAMP, Samples.lamp(1_500), 7);
    }

    @Test
    void past_trade_is_taken_in_as_it_was() {
        Answered taken = post(ADMIN, IMPORT, BODY);
        assertThat(taken.status()).isEqualTo(200);
        JsonNode report = taken.json();
        assertThat(report.path("orders").asInt()).isEqualTo(1);
        assertThat(report.path("refunds").asInt()).isEqualTo(1);
        assertThat(report.path("excluded").get(0).path("sku").asString()).isEqualTo("CHAIR");
        assertThat(report.path("excluded").get(0).path("reason").asString()).isEqualTo("unknown_product");
        OrderContent content = world.sent(ImportOrder.class).getFirst().content();
        assertThat(content.lines()).extracting(OrderLine::quantity).containsExactly(7, 1);
        assertThat(content.total().decimal()).isEqualTo("3487.00");
        assertThat(content.occurredAt()).isEqualTo("2010-12-01T05:26:00Z");
        assertThat(content.shippingAddress().fullName().reveal()).isEmpty();
        assertThat(world.sent(ImportPayment.class).getFirst().amount()).isEqualTo(content.total());
        assertThat(world.sent(ImportRefund.class).getFirst().amount().decimal()).isEqualTo("441.00");
    }

    @Test
    void it_comes_under_the_same_identities_again() {
        post(ADMIN, IMPORT, BODY);
        post(ADMIN, IMPORT, BODY);
        assertThat(world.sent(ImportOrder.class)).hasSize(2);
        assertThat(world.sent(ImportOrder.class).getFirst())
                .isEqualTo(world.sent(ImportOrder.class).getLast());
        assertThat(world.sent(ImportRefund.class).getFirst())
                .isEqualTo(world.sent(ImportRefund.class).getLast());
    }

    @Test
    void what_cannot_be_taken_is_named_and_the_rest_is_taken() {
        world.on(ImportRefund.class, command -> {
            throw new Rejection("refund_exceeds_payment", "So much was not paid for it.");
        });
        JsonNode refused = post(ADMIN, IMPORT, BODY).json();
        assertThat(refused.path("orders").asInt()).isEqualTo(1);
        assertThat(refused.path("refunds").asInt()).isZero();
        assertThat(refused.path("excluded").get(1).path("reason").asString()).isEqualTo("refund_exceeds_payment");
        JsonNode future = post(ADMIN, IMPORT, BODY.replace("2010-", "2110-")).json();
        assertThat(future.path("excluded").get(0).path("reason").asString()).isEqualTo("in_the_future");
    }

    @Test
    void it_is_the_order_of_somebody_with_an_account() {
        when(accounts.find(WANJIKU))
                .thenReturn(Optional.of(new AccountView(
                        WANJIKU, "w@example.com", "Wanjiku", "Mwangi", null, Role.CUSTOMER, true, Instant.EPOCH, 1)));
        String body = BODY.replace("\"country\"", """
                "customer_id":"%s","end":"not_paid","shipping_address":{"full_name":"Wanjiku Mwangi",
                 "phone":"0712345678","line1":"Moi Avenue 14","city":"Nairobi","country":"KE"},"country\"""".formatted(WANJIKU));
        assertThat(post(ADMIN, IMPORT, body).json().path("orders").asInt()).isEqualTo(1);
        ImportOrder order = world.sent(ImportOrder.class).getFirst();
        assertThat(order.end()).isEqualTo(PastEnd.NOT_PAID);
        assertThat(order.content().customerId()).isEqualTo(WANJIKU);
        assertThat(order.content().shippingAddress().fullName().reveal()).contains("Wanjiku Mwangi");
        assertThat(world.sent(ImportPayment.class)).isEmpty();
        assertThat(post(ADMIN, IMPORT, body.replace("0712345678", "12")).status())
                .isEqualTo(400);
        assertThat(post(ADMIN, IMPORT, body.replace("not_paid", "lost")).status())
                .isEqualTo(400);
        assertThat(world.sent(ImportOrder.class)).hasSize(1);
    }

    @Test
    void an_account_that_nobody_has_is_named() {
        when(accounts.find(OTIENO)).thenReturn(Optional.empty());
        String body = BODY.replace("\"country\"", "\"customer_id\":\"" + OTIENO + "\",\"country\"");
        JsonNode report = post(ADMIN, IMPORT, body).json();
        assertThat(report.path("orders").asInt()).isZero();
        assertThat(report.path("excluded").get(1).path("reason").asString()).isEqualTo("unknown_customer");
        assertThat(world.sent(ImportOrder.class)).isEmpty();
    }

    @Test
    void it_is_for_staff_and_well_formed() {
        assertThat(post(CUSTOMER, IMPORT, BODY).status()).isEqualTo(403);
        assertThat(post(null, IMPORT, BODY).status()).isEqualTo(401);
        assertThat(post(ADMIN, IMPORT, "{}").status()).isEqualTo(400);
        assertThat(post(ADMIN, IMPORT, BODY.replace("\"quantity\":6", "\"quantity\":1000"))
                        .status())
                .isEqualTo(400);
        assertThat(world.sent).isEmpty();
    }
}
