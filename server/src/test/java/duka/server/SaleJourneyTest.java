package duka.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duka.cart.api.CartId;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.identity.api.PersonKeys;
import duka.inventory.api.StockItemId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import duka.kernel.Uuids;
import duka.ordering.api.CancellationReason;
import duka.ordering.api.OrderCommand.CancelOrder;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import duka.payment.api.AttemptId;
import duka.payment.api.PaymentCommand.BeginPush;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordPushAccepted;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.Verdict;
import duka.payment.api.PaymentId;
import duka.shipping.api.ShipmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sales from the first command to the last event, over the real store, the real readers and the real deadlines. */
@SpringBootTest(classes = SaleJourneyTest.Shop.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SaleJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicLong COUNTER = new AtomicLong();

    @Autowired
    CommandGateway commands;

    @Autowired
    JdbcClient database;

    @Autowired
    PersonKeys keys;

    private final PersonId person = new PersonId(Uuids.mint(Clock.systemUTC()));
    private final OrderId order = new OrderId(Uuids.mint(Clock.systemUTC()));
    private final PaymentId payment = PaymentId.of(order);
    private final AttemptId attempt = AttemptId.of(payment, 1);
    private final Sku mug = new Sku("MUG-" + COUNTER.incrementAndGet());

    /** The shop without its edge and its outside. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "duka",
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = DukaServer.class),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "duka\\.[a-z]+\\.(?!command|saga|database|duework|people|processing|serialization|store)"
                                        + "[a-z]+\\..*")
            })
    @ConfigurationPropertiesScan("duka.server")
    @EntityScan("org.axonframework.eventhandling.deadletter.jpa")
    static class Shop {}

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "sale-journey").toAbsolutePath();
        settings.add("duka.data", data::toString);
    }

    @BeforeEach
    void aPersonHasAKey() {
        keys.createFor(person);
    }

    @Test
    void a_paid_sale_is_shipped_and_undone_when_it_is_cancelled() {
        list(mug, 5);
        place(PaymentMethod.MPESA, 2);
        awaitEvents(order, "payment.AttemptStarted");
        pay();
        awaitEvents(order, "payment.PaymentSettled", "ordering.OrderConfirmed");
        await().atMost(PATIENCE).until(() -> eventsOf(ShipmentId.of(order, 1)).contains("shipping.ShipmentCreated"));
        assertThat(stock()).contains("inventory.StockReserved", "inventory.ReservationCommitted");

        commands.sendAndWait(new CancelOrder(order, CancellationReason.REQUESTED));
        await().atMost(PATIENCE).until(() -> eventsOf(payment).contains("payment.RefundRequested"));
        assertThat(stock()).contains("inventory.StockRestocked");
        assertThat(eventsOf(ShipmentId.of(order, 1))).contains("shipping.ShipmentAdvanced");
        assertThat(parked()).isZero();
    }

    @Test
    void too_little_stock_rejects_the_order() {
        list(mug, 1);
        place(PaymentMethod.MPESA, 2);
        awaitEvents(order, "ordering.OrderRejected");
        assertThat(eventsOf(payment)).isEmpty();
    }

    @Test
    void a_sku_that_nobody_counts_rejects_the_order() {
        place(PaymentMethod.CASH_ON_DELIVERY, 1);
        awaitEvents(order, "ordering.OrderRejected");
    }

    @Test
    void an_order_that_nobody_pays_is_cancelled_and_its_stock_freed() {
        list(mug, 5);
        place(PaymentMethod.EXTERNAL, 2);
        await().atMost(PATIENCE).until(() -> eventsOf(payment).contains("payment.PaymentRequested"));
        int moved = database.sql("UPDATE process.deadline SET due_at = now() WHERE id = ?")
                .param(order.toString())
                .update();
        assertThat(moved).isEqualTo(1);
        awaitEvents(order, "ordering.OrderCancelled");
        await().atMost(PATIENCE).until(() -> stock().contains("inventory.ReservationReleased"));
        assertThat(parked()).isZero();
    }

    @Test
    void a_reaction_that_is_refused_is_laid_aside_and_the_others_go_on() {
        list(mug, 5);
        place(PaymentMethod.EXTERNAL, 2);
        await().atMost(PATIENCE).until(() -> stock().contains("inventory.StockReserved"));
        create(mug, 7);
        Sku other = new Sku("OTHER-" + COUNTER.incrementAndGet());
        create(other, 3);
        await().atMost(PATIENCE).until(() -> eventsOf(StockItemId.of(other)).contains("inventory.StockItemOpened"));
        await().atMost(PATIENCE)
                .until(() -> database.sql("SELECT count(*) FROM process.dead_letter_entry")
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private void list(Sku sku, int onHand) {
        create(sku, onHand);
        await().atMost(PATIENCE).until(() -> stock().contains("inventory.StockItemOpened"));
    }

    private void create(Sku sku, int onHand) {
        ProductId product = new ProductId(Uuids.mint(Clock.systemUTC()));
        commands.sendAndWait(new CreateProduct(
                product,
                new ProductContent(
                        "mug-" + product,
                        "Mug",
                        "A mug",
                        shillings(500),
                        null,
                        null,
                        Map.of(),
                        List.of(new Variant(sku, Map.of(), null)),
                        true),
                List.of(new OpeningStock(sku, onHand))));
    }

    private void place(PaymentMethod method, int quantity) {
        Money total = shillings(500).times(quantity);
        Personal phone = Personal.of(person, "+254712345000");
        commands.sendAndWait(new PlaceOrder(
                order,
                new OrderContent(
                        OrderNumber.spell(COUNTER.incrementAndGet()),
                        null,
                        person,
                        new CartId(Uuids.mint(Clock.systemUTC())),
                        List.of(new OrderLine(
                                mug,
                                new ProductId(Uuids.mint(Clock.systemUTC())),
                                "Mug",
                                null,
                                quantity,
                                shillings(500),
                                total)),
                        total,
                        shillings(0),
                        total.includedTax(16),
                        total,
                        new ShippingAddress(phone, phone, phone, null, phone, "Nairobi", null, "KE"),
                        "standard",
                        method,
                        phone,
                        null,
                        null,
                        null)));
    }

    private void pay() {
        Instant now = Instant.now();
        Personal checkout = Personal.of(person, "ws_CO_231120260900000000000000001");
        commands.sendAndWait(new BeginPush(payment, attempt, now));
        commands.sendAndWait(new RecordPushAccepted(payment, attempt, "29115-34620561-1", checkout, now));
        commands.sendAndWait(new RecordCallback(
                payment,
                attempt,
                Verdict.PAID,
                "0",
                "The service request is processed successfully.",
                "29115-34620561-1",
                checkout,
                shillings(1000),
                "SGR7ABCDEF",
                Personal.of(person, "+254712345000"),
                now));
        commands.sendAndWait(new RecordQueryAnswer(payment, attempt, Verdict.PAID, "0", "Processed", now));
    }

    private void awaitEvents(OrderId of, String... types) {
        await().atMost(PATIENCE).until(() -> {
            List<String> told = eventsOf(of);
            told.addAll(eventsOf(payment));
            return told.containsAll(List.of(types));
        });
    }

    private List<String> stock() {
        return eventsOf(StockItemId.of(mug));
    }

    private List<String> eventsOf(Object aggregate) {
        return new ArrayList<>(
                database.sql("SELECT payload_type FROM events.domain_event WHERE aggregate_identifier = ?"
                                + " ORDER BY global_index")
                        .param(aggregate.toString())
                        .query(String.class)
                        .list());
    }

    private int parked() {
        return database.sql("SELECT count(*) FROM process.parked")
                .query(Integer.class)
                .single();
    }

    private static Money shillings(long amount) {
        return Money.ofMajor(amount, CurrencyCode.KES);
    }
}
