package duka.server.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import duka.cart.api.CartCommand.AddCartItem;
import duka.cart.api.CartCommand.CheckOutCart;
import duka.cart.api.CartId;
import duka.catalog.api.CategoryCommand.CreateCategory;
import duka.catalog.api.CategoryCommand.ReviseCategory;
import duka.catalog.api.CategoryId;
import duka.catalog.api.OpeningStock;
import duka.catalog.api.ProductCommand.CreateProduct;
import duka.catalog.api.ProductCommand.ReviseProduct;
import duka.catalog.api.ProductContent;
import duka.catalog.api.ProductId;
import duka.catalog.api.Variant;
import duka.identity.api.AccountId;
import duka.inventory.api.ReservationId;
import duka.inventory.api.StockCommand.AdjustStock;
import duka.inventory.api.StockCommand.CommitReservation;
import duka.inventory.api.StockCommand.OpenStockItem;
import duka.inventory.api.StockCommand.ReserveStock;
import duka.inventory.api.StockCommand.Restock;
import duka.inventory.api.StockItemId;
import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.kernel.Personal;
import duka.kernel.Sku;
import duka.ordering.api.OrderCommand.AmendOrder;
import duka.ordering.api.OrderCommand.AwaitPayment;
import duka.ordering.api.OrderCommand.ConfirmOrder;
import duka.ordering.api.OrderCommand.DispatchOrder;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import duka.payment.api.AttemptId;
import duka.payment.api.OtherMoneyCommand.RecordProviderFailed;
import duka.payment.api.OtherMoneyCommand.RecordProviderPaid;
import duka.payment.api.PaymentCommand.BeginPush;
import duka.payment.api.PaymentCommand.BeginRefund;
import duka.payment.api.PaymentCommand.Decision;
import duka.payment.api.PaymentCommand.RecordCallback;
import duka.payment.api.PaymentCommand.RecordQueryAnswer;
import duka.payment.api.PaymentCommand.RequestPayment;
import duka.payment.api.PaymentCommand.RequestRefund;
import duka.payment.api.PaymentCommand.ResolveDispute;
import duka.payment.api.PaymentCommand.Verdict;
import duka.payment.api.PaymentId;
import duka.payment.api.RefundId;
import duka.shipping.api.ShipmentCommand.AdvanceShipment;
import duka.shipping.api.ShipmentCommand.AssignCarrier;
import duka.shipping.api.ShipmentCommand.CreateShipment;
import duka.shipping.api.ShipmentCommand.FillShipment;
import duka.shipping.api.ShipmentCommand.SplitShipment;
import duka.shipping.api.ShipmentId;
import duka.shipping.api.ShipmentItem;
import duka.shipping.api.ShipmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives of aggregates, written down as the store writes them and read back: their events and their snapshots. */
class WrittenLivesTest {

    private static final OrderId ORDER = new OrderId(uuid(1));
    private static final ProductId PRODUCT = new ProductId(uuid(2));
    private static final CategoryId CATEGORY = new CategoryId(uuid(3));
    private static final PersonId PERSON = new PersonId(uuid(4));
    private static final AccountId CUSTOMER = new AccountId(uuid(5));
    private static final CartId CART = CartId.of(CUSTOMER);
    private static final Sku MUG = new Sku("Mug-1");
    private static final StockItemId SHELF = StockItemId.of(MUG);
    private static final ReservationId RESERVATION = ReservationId.of(ORDER, MUG);
    private static final ShipmentId PARCEL = ShipmentId.of(ORDER, 1);
    private static final ShipmentId OTHER_PARCEL = ShipmentId.of(ORDER, 2);
    private static final PaymentId PAYMENT = PaymentId.of(ORDER);
    private static final AttemptId ATTEMPT = AttemptId.of(PAYMENT, 1);
    private static final Personal PHONE = Personal.of(PERSON, "+254712345678");
    private static final Instant NOON = Instant.parse("2026-11-23T09:00:00.123Z");

    private final LogicalNames names = LogicalNames.scan();
    private final LogicalNameSerializer serializer =
            new LogicalNameSerializer(names, new WireFormat(new OpenEnvelopes()));
    private final List<Object> published = new ArrayList<>();

    record Life(String aggregate, Object id, List<Object> commands) {

        @Override
        public String toString() {
            return aggregate;
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void what_is_written_is_read_back(Life life) {
        Object root = live(names.classOf(life.aggregate()).orElseThrow(), life);
        assertThat(published).hasSizeGreaterThanOrEqualTo(2);
        published.forEach(event -> assertThat(writtenAndRead(event)).isEqualTo(event));
        assertThat(writtenAndRead(root)).usingRecursiveComparison().isEqualTo(root);
    }

    static Stream<Life> lives() {
        return Stream.of(
                new Life(
                        "payment.Payment",
                        PAYMENT,
                        List.of(
                                asked(PaymentMethod.MPESA),
                                new BeginPush(PAYMENT, ATTEMPT, NOON),
                                new RecordCallback(
                                        PAYMENT,
                                        ATTEMPT,
                                        Verdict.PAID,
                                        "0",
                                        "Processed",
                                        "29115-1",
                                        Personal.of(PERSON, "ws_CO_1"),
                                        kes(500),
                                        "SKE1ABCDEF",
                                        PHONE,
                                        NOON),
                                new RecordQueryAnswer(PAYMENT, ATTEMPT, Verdict.PAID, "0", "Processed", NOON),
                                new RequestRefund(PAYMENT, RefundId.of(PAYMENT, "1"), kes(100), "Broken", NOON),
                                new BeginRefund(PAYMENT, RefundId.of(PAYMENT, "1"), NOON),
                                new RequestRefund(PAYMENT, RefundId.of(PAYMENT, "2"), null, "Late", NOON))),
                new Life(
                        "payment.Payment",
                        PAYMENT,
                        List.of(
                                asked(PaymentMethod.EXTERNAL),
                                new RecordProviderFailed(PAYMENT, "declined", "Declined", NOON),
                                new RecordProviderPaid(PAYMENT, kes(1), "ch_1", NOON),
                                new ResolveDispute(PAYMENT, Decision.REFUND, "Wrong sum", NOON),
                                new RecordProviderPaid(PAYMENT, kes(2), null, NOON))),
                new Life(
                        "catalog.Product",
                        PRODUCT,
                        List.of(
                                new CreateProduct(PRODUCT, mug("Mug"), List.of(new OpeningStock(MUG, 7))),
                                new ReviseProduct(PRODUCT, mug("Cup"), List.of(), 1L))),
                new Life(
                        "catalog.Category",
                        CATEGORY,
                        List.of(
                                new CreateCategory(CATEGORY, "Kitchen", "kitchen", null, ""),
                                new ReviseCategory(
                                        CATEGORY,
                                        "Kitchen",
                                        "kitchen",
                                        new CategoryId(uuid(6)),
                                        "Pots",
                                        List.of(new CategoryId(uuid(6))),
                                        null))),
                new Life(
                        "inventory.StockItem",
                        SHELF,
                        List.of(
                                new OpenStockItem(SHELF, MUG, PRODUCT, 7),
                                new ReserveStock(SHELF, RESERVATION, ORDER, 2),
                                new CommitReservation(SHELF, RESERVATION, ORDER),
                                new Restock(SHELF, RESERVATION, ORDER, 1),
                                new AdjustStock(SHELF, uuid(7), -1, "Broken"),
                                new ReserveStock(SHELF, new ReservationId(uuid(8)), new OrderId(uuid(9)), 3))),
                new Life(
                        "cart.Cart",
                        CART,
                        List.of(
                                new AddCartItem(CART, CUSTOMER, MUG, PRODUCT, 2, kes(350), 7),
                                new CheckOutCart(CART, ORDER),
                                new AddCartItem(CART, CUSTOMER, MUG, PRODUCT, 1, kes(350), 7))),
                new Life(
                        "ordering.Order",
                        ORDER,
                        List.of(
                                new PlaceOrder(ORDER, agreed()),
                                new AwaitPayment(ORDER, NOON),
                                new ConfirmOrder(ORDER),
                                new AmendOrder(ORDER, address(), personal("Ring twice"), null),
                                new DispatchOrder(ORDER),
                                new PlaceOrder(ORDER, agreed()))),
                new Life(
                        "shipping.Shipment",
                        OTHER_PARCEL,
                        List.of(
                                new FillShipment(
                                        OTHER_PARCEL, ORDER, CUSTOMER, PARCEL, List.of(new ShipmentItem(MUG, 1))),
                                new SplitShipment(
                                        OTHER_PARCEL,
                                        ShipmentId.of(ORDER, 3),
                                        List.of(new ShipmentItem(MUG, 1)),
                                        NOON))),
                new Life(
                        "shipping.Shipment",
                        PARCEL,
                        List.of(
                                new CreateShipment(PARCEL, ORDER, CUSTOMER, List.of(new ShipmentItem(MUG, 2))),
                                new AssignCarrier(PARCEL, "Sendy", "S-1", null),
                                new AdvanceShipment(
                                        PARCEL, ShipmentStatus.SHIPPED, "Nakuru", null, NOON, false, null))));
    }

    /** Handles the commands in turn. @return the aggregate as its events made it */
    private <T> T live(Class<T> type, Life life) {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        store.subscribe(events -> events.stream().map(EventMessage::getPayload).forEach(published::add));
        EventSourcingRepository<T> repository =
                EventSourcingRepository.builder(type).eventStore(store).build();
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(repository)
                .build()
                .subscribe(bus);
        CommandGateway gateway = DefaultCommandGateway.builder().commandBus(bus).build();
        life.commands().forEach(gateway::sendAndWait);
        Callable<T> load = () -> repository.load(life.id().toString()).invoke(Function.identity());
        return DefaultUnitOfWork.startAndGet(null).executeWithResult(load).getPayload();
    }

    private Object writtenAndRead(Object value) {
        return serializer.deserialize(serializer.serialize(value, byte[].class));
    }

    private static ProductContent mug(String name) {
        Variant variant = new Variant(MUG, Map.of("colour", "red"), kes(400));
        return new ProductContent(
                "mug", name, "Holds tea", kes(350), null, CATEGORY, Map.of("material", "clay"), List.of(variant), true);
    }

    private static OrderContent agreed() {
        return new OrderContent(
                new OrderNumber("D-7K3M9QXA"),
                CUSTOMER,
                PERSON,
                CART,
                List.of(new OrderLine(MUG, PRODUCT, "Mug", null, 2, kes(350), kes(700))),
                kes(700),
                kes(200),
                kes(900).includedTax(16),
                kes(900),
                address(),
                "standard",
                PaymentMethod.MPESA,
                personal("+254712345678"),
                null,
                null,
                NOON);
    }

    private static ShippingAddress address() {
        return new ShippingAddress(
                personal("Wanjiku Kamau"),
                personal("+254712345678"),
                personal("Moi Avenue 5"),
                null,
                personal("Nairobi"),
                "Nairobi",
                null,
                "KE");
    }

    private static Personal personal(String value) {
        return Personal.of(PERSON, value);
    }

    private static Money kes(long shillings) {
        return Money.ofMajor(shillings, CurrencyCode.KES);
    }

    private static RequestPayment asked(PaymentMethod method) {
        return new RequestPayment(
                PAYMENT, ORDER, CUSTOMER, kes(500), method, "D12345678", NOON.plusSeconds(900), PHONE, NOON);
    }

    private static UUID uuid(int n) {
        return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
    }
}
