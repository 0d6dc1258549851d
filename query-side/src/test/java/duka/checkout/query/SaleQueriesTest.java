package duka.checkout.query;

import static org.assertj.core.api.Assertions.assertThat;

import duka.catalog.query.Catalogue;
import duka.checkout.api.PaymentStanding;
import duka.checkout.api.SaleView;
import duka.checkout.api.Sales;
import duka.identity.api.AccountId;
import duka.kernel.api.PageRequest;
import duka.kernel.query.ReadSide;
import duka.kernel.query.Shop;
import duka.kernel.query.Story;
import duka.ordering.api.OrderQuery.FindOrder;
import duka.ordering.api.OrderQuery.FindOrderByNumber;
import duka.ordering.api.OrderQuery.FindPurchase;
import duka.ordering.api.OrderQuery.ListOrders;
import duka.ordering.api.OrderStatus;
import duka.payment.api.PaymentQuery.FindPayment;
import duka.payment.api.PaymentQuery.FindPaymentOfAttempt;
import duka.payment.api.PaymentQuery.FindPaymentOfCheckout;
import duka.payment.api.PaymentQuery.ListPayments;
import duka.payment.api.PaymentQuery.Payments;
import duka.payment.api.PaymentStatus;
import duka.shipping.api.ShipmentQuery.FindShipment;
import duka.shipping.api.ShipmentQuery.ListShipments;
import duka.shipping.api.ShipmentQuery.Shipments;
import duka.shipping.api.ShipmentQuery.TrackShipment;
import duka.shipping.api.ShipmentStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaleQueriesTest {

    private static final PageRequest FIRST = new PageRequest(1, 10);

    private final Shop shop = ReadSide.empty();
    private final Story story = new Story();
    private final Map<Object, Sale> sales = new HashMap<>();
    private int heard;

    @Test
    void a_paid_and_delivered_order_is_shown_with_all_its_parts() {
        Sale sale = sale("A1")
                .place("Mug", 2, 500)
                .await(1000)
                .prompt(1000)
                .report(1000)
                .settle(1000);
        sale.parcel("Mug", 2).carrier("G4S", "TRACK-1").dispatch();
        sale.advance(ShipmentStatus.SHIPPED).advance(ShipmentStatus.DELIVERED).complete();

        SaleView shown = find(sale);
        assertThat(shown.order().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(shown.paymentStanding()).isEqualTo(PaymentStanding.PAID);
        assertThat(shown.payment().attempts()).hasSize(1);
        assertThat(shown.shipments())
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.status()).isEqualTo(ShipmentStatus.DELIVERED));
        assertThat(shown.order().content().phone().reveal()).contains("+254712345000");
        assertThat(shop.ask(new FindOrderByNumber(sale.number()), Sales.class).results())
                .containsExactly(shown);
    }

    @Test
    void what_is_personal_is_sealed_in_the_rows() {
        sale("A1").place("Mug", 2, 500).await(1000).prompt(1000);
        hear();
        assertThat(shop.dump().toString())
                .contains("\"\"sealed\"\"")
                .doesNotContain("+254712345000", "Wanjiku", "Moi Avenue", "ws_CO_");
    }

    @Test
    void a_payment_is_found_by_its_own_id_its_attempt_and_the_providers_id() {
        Sale sale = sale("A1").place("Mug", 1, 500).await(500).prompt(500);
        hear();
        assertThat(payments(new FindPayment(sale.payment))).hasSize(1);
        assertThat(payments(new FindPaymentOfAttempt(sale.attempt()))).hasSize(1);
        assertThat(payments(new FindPaymentOfCheckout(sale.checkoutRequestId())))
                .hasSize(1);
        assertThat(payments(new FindPaymentOfCheckout("ws_CO_other"))).isEmpty();
        assertThat(payments(new ListPayments(sale.customer, FIRST))).hasSize(1);
        assertThat(payments(new ListPayments(new AccountId(Story.id("nobody")), FIRST)))
                .isEmpty();
        assertThat(payments(new ListPayments(null, FIRST))).hasSize(1);
    }

    @Test
    void the_order_shows_what_became_of_its_payment() {
        Sale sale = sale("A1").place("Mug", 1, 500);
        assertStanding(sale, PaymentStanding.UNPAID, null);
        assertStanding(sale.await(500), PaymentStanding.UNPAID, PaymentStatus.INITIATED);
        assertStanding(sale.begin(500), PaymentStanding.PENDING, PaymentStatus.INITIATED);
        assertStanding(sale.pushRefused(), PaymentStanding.FAILED, PaymentStatus.FAILED);
        assertStanding(sale.prompt(500), PaymentStanding.PENDING, PaymentStatus.PENDING);
        assertStanding(sale.fail(), PaymentStanding.FAILED, PaymentStatus.FAILED);
        assertStanding(sale.prompt(500).report(500), PaymentStanding.PENDING, PaymentStatus.PENDING);
        assertStanding(sale.dispute(), PaymentStanding.PENDING, PaymentStatus.DISPUTED);
        assertStanding(sale.settle(500), PaymentStanding.PAID, PaymentStatus.SUCCEEDED);
        assertStanding(sale.refund("broken", 200), PaymentStanding.PARTIALLY_REFUNDED, PaymentStatus.SUCCEEDED);
        assertStanding(sale.refund("lost", 300), PaymentStanding.REFUNDED, PaymentStatus.SUCCEEDED);

        Sale other = sale("A2").place("Mug", 1, 500).await(500).prompt(500).voided();
        assertStanding(other, PaymentStanding.FAILED, PaymentStatus.CANCELLED);
    }

    @Test
    void orders_are_listed_the_newest_first_by_every_filter() {
        Sale first = sale("A1").place("Blue mug", 1, 500).await(500).prompt(500).settle(500);
        Instant between = story.now();
        Sale second = sale("A2").place("Kiondo 100%", 1, 900).reject();
        Sale third = sale("B1").place("Blue mug", 2, 500).await(1000).prompt(1000);
        hear();

        assertThat(list(null, null, null, null, null, null)).containsExactly(third, second, first);
        assertThat(list(first.customer, null, null, null, null, null)).containsExactly(second, first);
        assertThat(list(null, OrderStatus.REJECTED, null, null, null, null)).containsExactly(second);
        assertThat(list(null, null, "paid", null, null, null)).containsExactly(first);
        assertThat(list(null, null, "unpaid", null, null, null)).containsExactly(second);
        assertThat(list(null, null, null, between, null, null)).containsExactly(third, second);
        assertThat(list(null, null, null, null, between, null)).containsExactly(first);
        assertThat(list(null, null, null, null, null, "BLUE")).containsExactly(third, first);
        assertThat(list(null, null, null, null, null, first.number().value().toLowerCase()))
                .containsExactly(first);
        assertThat(list(null, null, null, null, null, "100%")).containsExactly(second);
        assertThat(list(null, null, null, null, null, "%")).containsExactly(second);
        assertThat(list(null, null, null, null, null, "no\0thing")).isEmpty();

        Sales page = shop.ask(new ListOrders(null, null, null, null, null, null, new PageRequest(2, 2)), Sales.class);
        assertThat(page.count()).isEqualTo(3);
        assertThat(page.results()).extracting(sale -> sale.order().id()).containsExactly(first.order);
    }

    @Test
    void every_change_of_any_part_shows_in_the_representation() {
        Sale sale = sale("A1").place("Mug", 1, 500);
        long before = find(sale).representation();
        for (Runnable change : List.<Runnable>of(
                () -> sale.await(500),
                () -> sale.prompt(500),
                () -> sale.settle(500),
                () -> sale.parcel("Mug", 1),
                () -> sale.carrier("G4S", "T"),
                () -> sale.amend("Kimathi Street 2", 2))) {
            change.run();
            long after = find(sale).representation();
            assertThat(after).isGreaterThan(before);
            before = after;
        }
        assertThat(find(sale).order().version()).isEqualTo(2);
    }

    @Test
    void imported_history_says_when_it_was_placed() {
        Instant then = Instant.parse("2024-02-29T09:00:00Z");
        Sale sale = sale("A1").place(then, Sale.line("Mug", 1, 500));
        assertThat(find(sale).order().placedAt()).isEqualTo(then);
        assertThat(find(sale).order().history().getFirst().at()).isEqualTo(then);
    }

    @Test
    void parcels_are_listed_and_tracked_the_newest_of_a_number() {
        Sale old = sale("A1").place("Mug", 1, 500).parcel("Mug", 1).carrier("G4S", "TRACK-1");
        Sale young = sale("B1").place("Mug", 1, 500).parcel("Mug", 1).carrier("G4S", "TRACK-1");
        hear();
        assertThat(parcels(new TrackShipment("TRACK-1"))).containsExactly(young);
        assertThat(parcels(new TrackShipment("TRACK-\0"))).isEmpty();
        assertThat(parcels(new FindShipment(old.shipment))).containsExactly(old);
        assertThat(parcels(new ListShipments(null, FIRST))).containsExactly(young, old);
        assertThat(parcels(new ListShipments(old.customer, FIRST))).containsExactly(old);
    }

    private Sale sale(String name) {
        Sale sale = new Sale(story, name);
        sales.put(sale.order, sale);
        return sale;
    }

    private void hear() {
        shop.hear(story.since(heard), 3);
        heard = story.size();
        assertThat(shop.failed()).isEmpty();
    }

    @Test
    void a_purchase_is_found_while_its_sale_stands() {
        Sale sale = sale("A1").place("Mug", 1, 500);
        assertThat(bought(sale, "Mug")).isZero();
        sale.settle(500);
        assertThat(bought(sale, "Mug")).isEqualTo(1);
        assertThat(bought(sale, "Jug")).isZero();
        assertThat(bought(sale("B1"), "Mug")).isZero();
        sale.complete();
        assertThat(bought(sale, "Mug")).isEqualTo(1);
        Sale undone = sale("C1").place("Mug", 1, 500).settle(500).cancel(true);
        assertThat(bought(undone, "Mug")).isZero();
    }

    private long bought(Sale sale, String product) {
        shop.hear(story.since(heard), 128);
        heard = story.size();
        return shop.ask(new FindPurchase(sale.customer, Catalogue.product(product)), Sales.class)
                .count();
    }

    private SaleView find(Sale sale) {
        hear();
        return shop.ask(new FindOrder(sale.order), Sales.class).results().getFirst();
    }

    private void assertStanding(Sale sale, PaymentStanding standing, PaymentStatus status) {
        SaleView shown = find(sale);
        assertThat(shown.paymentStanding()).isEqualTo(standing);
        assertThat(shown.payment() == null ? null : shown.payment().status()).isEqualTo(status);
        assertThat(shop.database()
                        .queryForObject(
                                "SELECT payment_status FROM read.sale WHERE order_id = ?",
                                String.class,
                                sale.order.value()))
                .isEqualTo(standing.name());
    }

    private List<Sale> list(
            AccountId customer, OrderStatus status, String payment, Instant from, Instant to, String search) {
        Sales found = shop.ask(new ListOrders(customer, status, payment, from, to, search, FIRST), Sales.class);
        assertThat(found.count()).isEqualTo(found.results().size());
        return found.results().stream()
                .map(sale -> sales.get(sale.order().id()))
                .toList();
    }

    private List<?> payments(Object query) {
        Payments found = shop.ask(query, Payments.class);
        assertThat(found.count()).isEqualTo(found.results().size());
        return found.results();
    }

    private List<Sale> parcels(Object query) {
        return shop.ask(query, Shipments.class).results().stream()
                .map(parcel -> sales.get(parcel.orderId()))
                .toList();
    }
}
