package duka.checkout.query;

import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.api.CheckoutQuery.FindObligations;
import duka.checkout.api.Obligations;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObligationQueriesTest {

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();
    private int heard;

    @Test
    void an_order_is_open_until_it_is_completed() {
        Sale sale = new Sale(story, "A1").place("Mug", 2, 500);
        assertThat(of(sale).orders()).containsExactly(sale.number());
        sale.await(1000).prompt(1000).report(1000).settle(1000);
        assertThat(of(sale).orders()).containsExactly(sale.number());
        sale.complete();
        assertNothingIsOpen(sale);
    }

    @Test
    void a_cancelled_order_is_open_while_a_prompt_may_still_bring_money() {
        Sale sale = new Sale(story, "A1")
                .place("Mug", 2, 500)
                .await(1000)
                .prompt(1000)
                .cancel(false);
        assertThat(of(sale).orders()).containsExactly(sale.number());
        sale.fail();
        assertNothingIsOpen(sale);
    }

    @Test
    void a_cancelled_order_is_open_until_all_of_its_money_is_back() {
        Sale sale = new Sale(story, "A1")
                .place("Mug", 2, 500)
                .await(1000)
                .prompt(1000)
                .settle(1000)
                .cancel(true);
        assertThat(of(sale).orders()).containsExactly(sale.number());
        sale.refund("cancelled", 400);
        assertThat(of(sale).orders()).containsExactly(sale.number());
        sale.refund("the rest", 600);
        assertNothingIsOpen(sale);
    }

    @Test
    void a_refund_is_open_while_it_is_on_its_way_though_the_order_has_ended() {
        Sale sale = new Sale(story, "A1")
                .place("Mug", 2, 500)
                .await(1000)
                .prompt(1000)
                .settle(1000)
                .complete();
        RefundId refund = RefundId.of(sale.payment, "broken");
        sale.tell(new RefundRequested(
                sale.payment,
                sale.order,
                refund,
                Story.shillings(200),
                "broken",
                RefundVia.B2C,
                null,
                sale.personal("+254712345000"),
                null));
        assertThat(of(sale)).isEqualTo(new Obligations(List.of(), List.of(refund)));
    }

    @Test
    void what_others_have_to_do_with_the_shop_does_not_count() {
        Sale one = new Sale(story, "A1").place("Mug", 1, 500).reject();
        Sale other = new Sale(story, "B1").place("Mug", 1, 500);
        assertNothingIsOpen(one);
        assertThat(of(other).orders()).containsExactly(other.number());
    }

    private void assertNothingIsOpen(Sale sale) {
        assertThat(of(sale)).isEqualTo(new Obligations(List.of(), List.of()));
    }

    /** By the customer and by the order alone it is the same, as long as there is one order. */
    private Obligations of(Sale sale) {
        shop.hear(story.since(heard), 128);
        heard = story.size();
        Obligations byCustomer = shop.ask(new FindObligations(sale.customer, null), Obligations.class);
        assertThat(shop.ask(new FindObligations(null, sale.order), Obligations.class))
                .isEqualTo(byCustomer);
        return byCustomer;
    }
}
