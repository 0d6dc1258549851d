package duka.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import daraja.simulator.Settings;
import daraja.simulator.Simulator;
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
import duka.kernel.api.DeadlineHandler;
import duka.kernel.api.Deadlines;
import duka.kernel.api.DueWork;
import duka.kernel.api.DueWorkHandler;
import duka.ordering.api.OrderCommand.PlaceOrder;
import duka.ordering.api.OrderContent;
import duka.ordering.api.OrderLine;
import duka.ordering.api.OrderNumber;
import duka.ordering.api.PaymentMethod;
import duka.ordering.api.ShippingAddress;
import duka.server.DukaServer;
import duka.server.serialization.LogicalNames;
import duka.shipping.api.ShipmentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole server and its Safaricom, with every line recorded that a sale passes. */
@SpringBootTest(classes = DukaServer.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@DirtiesContext
class CrashPointsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Money PRICE = Money.ofMajor(1499, CurrencyCode.KES);
    private static final Sku MUG = new Sku("MUG-1");

    private static Simulator safaricom;
    private static Path file;

    @Autowired
    CommandGateway commands;

    @Autowired
    CommandBus bus;

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    List<DueWorkHandler<?>> workers;

    @Autowired
    DueWork dueWork;

    @Autowired
    List<DeadlineHandler> waiting;

    @Autowired
    Deadlines deadlines;

    @Autowired
    LogicalNames names;

    @Autowired
    PersonKeys keys;

    @Autowired
    JdbcClient database;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "crash-points").toAbsolutePath();
        file = data.resolve("points.txt");
        safaricom = Simulator.start(Settings.inProcess(data));
        int port = freePort();
        settings.add("duka.data", data::toString);
        settings.add("duka.crash-points-file", file::toString);
        settings.add("server.port", () -> port);
        settings.add("duka.daraja.base-url", safaricom::url);
        settings.add("duka.daraja.callback-base", () -> "http://localhost:" + port);
        settings.add("duka.daraja.certificate", () -> safaricom.certificate().toString());
    }

    @AfterAll
    static void close() {
        safaricom.close();
    }

    @Test
    void a_sale_passes_a_line_before_and_after_each_of_its_steps() {
        OrderId order = new OrderId(id());
        list();
        place(order);
        awaitEvent(ShipmentId.of(order, 1), "shipping.ShipmentCreated");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(passed())
                        .contains(
                                "command ordering.PlaceOrder arrives",
                                "command ordering.PlaceOrder before commit",
                                "command ordering.PlaceOrder after commit",
                                "command inventory.ReserveStock before commit",
                                "command payment.RecordCallback after commit",
                                "command ordering.ConfirmOrder after commit",
                                "reader checkout.saga ordering.OrderPlaced before commit",
                                "reader checkout.saga ordering.OrderPlaced after commit",
                                "reader checkout.saga payment.PaymentSettled after commit",
                                "reader read.sale ordering.OrderConfirmed before commit",
                                "reader read.sale shipping.ShipmentCreated after commit",
                                "work payment.push begins",
                                "work payment.push ran",
                                "work payment.callback written before commit",
                                "work payment.callback written after commit",
                                "work payment.callback ran"));
        assertThat(passed()).doesNotHaveDuplicates().noneMatch(point -> point.contains(" other"));
        assertThat(passed().stream().filter(point -> point.matches("(command|reader) .* commit")))
                .hasSizeGreaterThanOrEqualTo(40);
    }

    /** Sent without content: they arrive, and are refused before anything is done. */
    @Test
    void no_command_is_without_points() {
        List<Class<?>> all = names.all().stream()
                .<Class<?>>map(name -> names.classOf(name).orElseThrow())
                .filter(CrashPointsTest::isCommand)
                .toList();
        assertThat(all).hasSizeGreaterThan(30);
        all.forEach(type -> bus.dispatch(empty(type)));
        assertThat(passed())
                .containsAll(all.stream()
                        .map(type -> "command " + names.nameOf(type).orElseThrow() + CrashPoints.ARRIVES)
                        .toList());
    }

    @Test
    void no_group_of_readers_is_without_points() {
        assertThat(processing.eventProcessors()).hasSizeGreaterThan(4);
        assertThat(processing.eventProcessors().values())
                .allSatisfy(processor ->
                        assertThat(processor.getHandlerInterceptors()).hasAtLeastOneElementOfType(ReaderPoints.class));
    }

    @Test
    void no_due_work_is_without_points() {
        assertThat(workers).hasSizeGreaterThan(5).allSatisfy(worker -> {
            String id = id().toString();
            dueWork.schedule(worker.task(), id, Map.of(), Duration.ZERO);
            await().atMost(PATIENCE).until(() -> passed().contains("work " + worker.task() + " begins"));
            await().atMost(PATIENCE).until(() -> isGone(worker.task(), id));
        });
    }

    @Test
    void no_deadline_is_without_points() {
        assertThat(waiting).hasSizeGreaterThan(2).allSatisfy(handler -> {
            String nobody = id() + "/" + id();
            deadlines.set(handler.kind(), nobody, Instant.now().minusSeconds(1));
            await().atMost(PATIENCE).until(() -> passed().contains("deadline " + handler.kind() + CrashPoints.ARRIVES));
            deadlines.clear(handler.kind(), nobody);
        });
    }

    private static List<String> passed() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCommand(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        return family != null && family.getSimpleName().endsWith("Command") && family.isAssignableFrom(type);
    }

    private static <T> GenericCommandMessage<T> empty(Class<T> type) {
        return new GenericCommandMessage<>(new GenericMessage<>(type, null, Map.of()), type.getName());
    }

    /** Work about nothing may break, and is then withdrawn. */
    private boolean isGone(String task, String id) {
        dueWork.cancel(task, id);
        return database.sql("SELECT count(*) FROM process.scheduled_tasks WHERE task_name = ? AND task_instance = ?")
                        .params(task, id)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void list() {
        ProductId product = new ProductId(id());
        ProductContent content = new ProductContent(
                "mug", "Mug", "A mug", PRICE, null, null, Map.of(), List.of(new Variant(MUG, Map.of(), null)), true);
        commands.sendAndWait(new CreateProduct(product, content, List.of(new OpeningStock(MUG, 5))));
        awaitEvent(StockItemId.of(MUG), "inventory.StockItemOpened");
    }

    private void place(OrderId order) {
        PersonId person = new PersonId(id());
        keys.createFor(person);
        Personal phone = Personal.of(person, "+254712345000");
        commands.sendAndWait(new PlaceOrder(
                order,
                new OrderContent(
                        OrderNumber.spell(1),
                        null,
                        person,
                        new CartId(id()),
                        List.of(new OrderLine(MUG, new ProductId(id()), "Mug", null, 1, PRICE, PRICE)),
                        PRICE,
                        PRICE.times(0),
                        PRICE.includedTax(16),
                        PRICE,
                        new ShippingAddress(phone, phone, phone, null, phone, "Nairobi", null, "KE"),
                        "standard",
                        PaymentMethod.MPESA,
                        phone,
                        null,
                        null,
                        null)));
    }

    private void awaitEvent(Object aggregate, String type) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.sql(
                                        "SELECT payload_type FROM events.domain_event WHERE aggregate_identifier = ?")
                                .param(aggregate.toString())
                                .query(String.class)
                                .list())
                        .contains(type));
    }

    private static UUID id() {
        return Uuids.mint(Clock.systemUTC());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
