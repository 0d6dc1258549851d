package duka.ordering.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import duka.catalog.query.Catalogue;
import duka.checkout.query.Sale;
import duka.kernel.query.MissingRow;
import duka.kernel.query.Story;
import duka.kernel.query.Told;
import duka.ordering.api.OrderEvent;
import duka.ordering.api.OrderEvent.OrderConfirmed;
import duka.ordering.api.OrderStatus;
import duka.ordering.api.OrderView;
import duka.ordering.api.OrderView.HistoryEntry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderFoldTest {

    private final Story story = new Story();
    private final Sale sale = new Sale(story, "A1");

    @Test
    void each_step_of_an_order_is_in_its_history() {
        sale.place("Mug", 1, 500).await(500).prompt(500).settle(500).dispatch().complete();
        OrderView order = fold(story.told());
        assertThat(order.history())
                .extracting(HistoryEntry::status)
                .containsExactly(
                        OrderStatus.PLACED, OrderStatus.AWAITING_PAYMENT, OrderStatus.CONFIRMED, OrderStatus.COMPLETED);
        assertThat(order.history().getFirst().at()).isEqualTo(Story.BEGINNING);
        assertThat(order.placedAt()).isEqualTo(Story.BEGINNING);
        assertThat(order.updatedAt()).isEqualTo(story.told().getLast().at());
        assertThat(order.dispatched()).isTrue();
        assertThat(order.version()).isEqualTo(1);
    }

    @Test
    void a_rejection_names_its_skus_and_a_cancellation_its_reason() {
        sale.place("Mug", 1, 500).reject(Catalogue.sku("Mug"));
        OrderView rejected = fold(story.told());
        assertThat(rejected.rejection().code()).isEqualTo("insufficient_stock");
        assertThat(rejected.rejection().skus()).containsExactly(Catalogue.sku("Mug"));

        Story another = new Story();
        new Sale(another, "B1").place("Mug", 1, 500).cancel(false);
        assertThat(fold(another.told()).history())
                .extracting(HistoryEntry::status, HistoryEntry::note)
                .containsExactly(tuple(OrderStatus.PLACED, null), tuple(OrderStatus.CANCELLED, "requested"));
    }

    @Test
    void an_amendment_changes_the_address_and_leaves_what_was_agreed() {
        sale.place("Mug", 1, 500).amend("Kimathi Street 2", 2);
        OrderView order = fold(story.told());
        assertThat(order.version()).isEqualTo(2);
        assertThat(order.shippingAddress().line1().reveal()).contains("Kimathi Street 2");
        assertThat(order.content().shippingAddress().line1().reveal()).contains("Moi Avenue 1");
        assertThat(order.notes()).isNull();
        assertThat(order.history()).hasSize(1);
    }

    @Test
    void any_moment_is_the_fold_of_what_was_told_by_then() {
        sale.place("Mug", 1, 500).await(500).cancel(false);
        assertThat(fold(story.told().subList(0, 1)).status()).isEqualTo(OrderStatus.PLACED);
        assertThat(fold(story.told().subList(0, 2)).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    }

    @Test
    void nothing_follows_from_nothing() {
        assertThatThrownBy(() -> OrderFold.apply(null, new OrderConfirmed(sale.order), Instant.EPOCH))
                .isInstanceOf(MissingRow.class)
                .hasMessageContaining(sale.order.toString());
    }

    private static OrderView fold(List<Told> history) {
        OrderView order = null;
        for (Told told : history) {
            if (told.event() instanceof OrderEvent event) {
                order = OrderFold.apply(order, event, told.at());
            }
        }
        return order;
    }
}
