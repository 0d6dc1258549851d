package duka.notification.query;

import static duka.notification.api.NotificationKind.ORDER_CANCELLED;
import static duka.notification.api.NotificationKind.ORDER_CONFIRMED;
import static duka.notification.api.NotificationKind.ORDER_REJECTED;
import static duka.notification.api.NotificationKind.PAYMENT_FAILED;
import static duka.notification.api.NotificationKind.REFUND_SUCCEEDED;
import static duka.notification.api.NotificationKind.SHIPMENT_DELIVERED;
import static duka.notification.api.NotificationKind.SHIPMENT_SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import duka.catalog.query.Catalogue;
import duka.checkout.query.Sale;
import duka.kernel.api.PageRequest;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import duka.notification.api.NotificationId;
import duka.notification.api.NotificationKind;
import duka.notification.api.NotificationQuery.FindNotification;
import duka.notification.api.NotificationQuery.ListNotifications;
import duka.notification.api.NotificationQuery.Notifications;
import duka.notification.api.NotificationView;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentEvent.AttemptExpired;
import duka.payment.api.PaymentEvent.AttemptFailed;
import duka.payment.api.PaymentEvent.ProviderPaymentFailed;
import duka.shipping.api.ShipmentStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationQueriesTest {

    private static final PageRequest FIRST = new PageRequest(1, 20);

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();

    @Test
    void a_customer_hears_what_became_of_an_order_the_newest_first() {
        Sale sale = new Sale(story, "A1")
                .place("Mug", 1, 500)
                .await(500)
                .prompt(500)
                .fail();
        sale.prompt(500).settle(500).parcel("Mug", 1).dispatch();
        sale.advance(ShipmentStatus.SHIPPED).advance(ShipmentStatus.IN_TRANSIT).advance(ShipmentStatus.DELIVERED);
        sale.complete().refund("broken", 500);
        shop.hear(story);
        assertThat(kinds(sale))
                .containsExactly(
                        REFUND_SUCCEEDED, SHIPMENT_DELIVERED, SHIPMENT_SHIPPED, ORDER_CONFIRMED, PAYMENT_FAILED);
        NotificationView refund = list(sale, null).results().getFirst();
        assertThat(refund.amount()).isEqualTo(Story.shillings(500));
        assertThat(refund.orderNumber()).isEqualTo(sale.number());
        assertThat(shop.ask(new FindNotification(refund.id()), Notifications.class)
                        .results())
                .containsExactly(refund);
    }

    @Test
    void bad_news_is_told_too_and_to_nobody_else() {
        Sale rejected = new Sale(story, "A1").place("Mug", 1, 500).reject(Catalogue.sku("Mug"));
        Sale cancelled =
                new Sale(story, "B1").place("Mug", 1, 500).await(500).begin(500).pushRefused();
        cancelled.cancel(false);
        shop.hear(story);
        assertThat(kinds(rejected)).containsExactly(ORDER_REJECTED);
        assertThat(kinds(cancelled)).containsExactly(ORDER_CANCELLED, PAYMENT_FAILED);
    }

    @Test
    void an_attempt_fails_once_and_nobody_is_told_to_pay_what_has_ended() {
        Sale sale = new Sale(story, "A1").place("Mug", 1, 500).await(500).prompt(500);
        sale.tell(new AttemptExpired(sale.payment, sale.order, sale.attempt())).fail();
        sale.tell(new ProviderPaymentFailed(sale.payment, sale.order, "declined", "Declined"));
        AttemptId first = sale.attempt();
        sale.prompt(500).settle(500);
        sale.tell(new AttemptFailed(sale.payment, sale.order, sale.attempt(), "1037", "No answer"));
        for (int batch : List.of(1, 128)) {
            ReadSide.empty().hear(story.told(), batch);
            assertThat(kinds(sale)).containsExactly(ORDER_CONFIRMED, PAYMENT_FAILED, PAYMENT_FAILED);
        }
        assertThat(list(sale, null).results().getLast().id())
                .isEqualTo(NotificationId.of(sale.order, first.toString()));
    }

    @Test
    void more_words_about_a_parcel_that_left_are_no_news() {
        Sale sale = new Sale(story, "A1").place("Mug", 1, 500).parcel("Mug", 1);
        sale.advance(ShipmentStatus.SHIPPED).advance(ShipmentStatus.SHIPPED);
        shop.hear(story.told(), 1);
        assertThat(kinds(sale)).containsExactly(SHIPMENT_SHIPPED);
    }

    @Test
    void imported_history_is_no_news() {
        Sale sale = new Sale(story, "A1")
                .place(Story.BEGINNING, Sale.line("Mug", 1, 500))
                .settle(500);
        shop.hear(story);
        assertThat(kinds(sale)).isEmpty();
    }

    @Test
    void however_often_history_is_read_each_news_is_told_once_and_stays_read() {
        Sale sale = new Sale(story, "A1").place("Mug", 1, 500).settle(500).cancel(true);
        shop.hear(story);
        NotificationView confirmed = list(sale, null).results().getLast();
        shop.database()
                .update(
                        "INSERT INTO edge.notification_mark (notification_id, account_id) VALUES (?, ?)",
                        confirmed.id().value(),
                        sale.customer.value());
        assertThat(list(sale, true).results()).extracting(NotificationView::id).containsExactly(confirmed.id());
        assertThat(list(sale, false).count()).isEqualTo(1);

        Shop again = ReadSide.empty().hear(story).hear(story);
        assertThat(again.ask(new ListNotifications(sale.customer, true, FIRST), Notifications.class)
                        .results())
                .extracting(NotificationView::id, NotificationView::read)
                .containsExactly(tuple(confirmed.id(), true));
        assertThat(kinds(sale)).hasSize(2);
    }

    private List<NotificationKind> kinds(Sale sale) {
        return list(sale, null).results().stream().map(NotificationView::kind).toList();
    }

    private Notifications list(Sale sale, Boolean read) {
        return shop.ask(new ListNotifications(sale.customer, read, FIRST), Notifications.class);
    }
}
