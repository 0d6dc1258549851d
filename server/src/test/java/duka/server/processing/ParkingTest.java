package duka.server.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duka.checkout.api.CheckoutEvent.PaymentWindowClosed;
import duka.kernel.OrderId;
import duka.kernel.PersonId;
import duka.server.database.DatabaseLogin;
import duka.server.serialization.LogicalNameSerializer;
import duka.server.serialization.LogicalNames;
import duka.server.serialization.Sealer;
import duka.server.serialization.WireFormat;
import duka.server.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One order's trouble is nobody else's. */
class ParkingTest {

    private static final AtomicLong POSITION = new AtomicLong();
    private static DatabaseLogin login;

    private final OrderId troubled = new OrderId(UUID.randomUUID());
    private final OrderId other = new OrderId(UUID.randomUUID());
    private final Sagas sagas = new Sagas();
    private OrderedSagas ordered;
    private JdbcClient database;

    @BeforeAll
    static void migrate() {
        login = TestDatabase.migrated();
    }

    @BeforeEach
    void aProcess() {
        database = JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()));
        LogicalNameSerializer serializer =
                new LogicalNameSerializer(LogicalNames.scan(), new WireFormat(new NothingToSeal()));
        ordered = new OrderedSagas(
                "checkout.saga",
                sagas,
                new Parking(database, serializer, new Turns(database), new SimpleMeterRegistry()));
    }

    @Test
    void an_order_that_failed_three_times_is_parked_with_all_that_follows_and_others_go_on() throws Exception {
        sagas.failure = new IllegalStateException("broken");
        EventMessage<?> first = event(troubled);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> ordered.handle(first, Segment.ROOT_SEGMENT))
                    .hasMessage("broken");
        }
        ordered.handle(first, Segment.ROOT_SEGMENT);
        ordered.handle(event(troubled), Segment.ROOT_SEGMENT);
        sagas.failure = null;
        ordered.handle(event(other), Segment.ROOT_SEGMENT);
        assertThat(sagas.handled).containsExactly(other);
        assertThat(parked(troubled)).isEqualTo(2);
        assertThat(parked(other)).isZero();
    }

    @Test
    void a_database_that_is_down_parks_nobody() {
        sagas.failure = new IllegalStateException(new SQLException("terminating connection", "57P01"));
        EventMessage<?> event = event(troubled);
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(() -> ordered.handle(event, Segment.ROOT_SEGMENT))
                    .isSameAs(sagas.failure);
        }
        assertThat(parked(troubled)).isZero();
    }

    @Test
    void each_order_belongs_to_one_segment() {
        Segment[] halves = Segment.ROOT_SEGMENT.split();
        EventMessage<?> event = event(troubled);
        assertThat(ordered.canHandle(event, halves[0])).isNotEqualTo(ordered.canHandle(event, halves[1]));
    }

    private int parked(OrderId order) {
        return database.sql("SELECT count(*) FROM process.parked WHERE sequenced_by = ?")
                .param(order.toString())
                .query(Integer.class)
                .single();
    }

    private static EventMessage<?> event(OrderId order) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(POSITION.incrementAndGet()),
                GenericEventMessage.asEventMessage(new PaymentWindowClosed(order)));
    }

    private static final class Sagas implements EventHandlerInvoker {

        private final List<OrderId> handled = new ArrayList<>();
        private RuntimeException failure;

        @Override
        public boolean canHandle(EventMessage<?> event, Segment segment) {
            return true;
        }

        @Override
        public void handle(EventMessage<?> event, Segment segment) {
            if (failure != null) {
                throw failure;
            }
            handled.add(((PaymentWindowClosed) event.getPayload()).orderId());
        }
    }

    private static final class NothingToSeal implements Sealer {

        @Override
        public String seal(PersonId person, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(PersonId person, String sealed) {
            throw new UnsupportedOperationException();
        }
    }
}
