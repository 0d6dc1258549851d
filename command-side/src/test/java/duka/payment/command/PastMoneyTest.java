package duka.payment.command;

import static duka.payment.command.PaymentFixtures.ORDER;
import static duka.payment.command.PaymentFixtures.PAYMENT;
import static duka.payment.command.PaymentFixtures.PRICE;
import static duka.payment.command.PaymentFixtures.kes;
import static duka.payment.command.PaymentFixtures.paid;
import static duka.payment.command.PaymentFixtures.rejection;

import duka.kernel.Money;
import duka.ordering.api.PaymentMethod;
import duka.payment.api.PastMoneyCommand.ImportPayment;
import duka.payment.api.PastMoneyCommand.ImportRefund;
import duka.payment.api.PaymentEvent.PaymentRequested;
import duka.payment.api.PaymentEvent.PaymentSettled;
import duka.payment.api.PaymentEvent.RefundRequested;
import duka.payment.api.PaymentEvent.RefundSucceeded;
import duka.payment.api.RefundId;
import duka.payment.api.RefundVia;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Money of past trade. */
class PastMoneyTest {

    private static final Instant THEN = Instant.parse("2010-12-01T05:26:00Z");
    private static final Instant LATER = Instant.parse("2011-01-03T07:00:00Z");
    private static final RefundId CREDIT = RefundId.of(PAYMENT, "credit:C1");

    private final AggregateTestFixture<Payment> fixture = new AggregateTestFixture<>(Payment.class);

    @Test
    void what_was_paid_is_settled_when_it_was_and_known_once() {
        ImportPayment command = new ImportPayment(PAYMENT, ORDER, PRICE, "D7K3M9QXA", THEN);
        fixture.givenNoPriorActivity().when(command).expectEvents(past().toArray());
        fixture.given(past()).when(command).expectNoEvents();
        fixture.given(past())
                .when(new ImportPayment(PAYMENT, ORDER, kes(1), "D7K3M9QXA", THEN))
                .expectNoEvents()
                .expectException(rejection("id_taken"));
    }

    @Test
    void what_was_given_back_is_known_once() {
        fixture.given(past())
                .when(back(CREDIT, kes(499)))
                .expectEvents(given(kes(499)).toArray());
        fixture.given(Stream.concat(past().stream(), given(kes(499)).stream()).toList())
                .when(back(CREDIT, kes(499)))
                .expectNoEvents();
    }

    @Test
    void no_more_went_back_than_was_paid_and_nothing_of_todays_money() {
        fixture.given(Stream.concat(past().stream(), given(kes(499)).stream()).toList())
                .when(back(RefundId.of(PAYMENT, "credit:C2"), kes(1_001)))
                .expectNoEvents()
                .expectException(rejection("refund_exceeds_payment"));
        fixture.given(paid())
                .when(back(CREDIT, kes(1)))
                .expectNoEvents()
                .expectException(rejection("refund_exceeds_payment"));
    }

    private static ImportRefund back(RefundId id, Money amount) {
        return new ImportRefund(PAYMENT, id, amount, "Credit C1", LATER);
    }

    private static List<Object> past() {
        return List.of(
                new PaymentRequested(PAYMENT, ORDER, null, PRICE, PaymentMethod.EXTERNAL, "D7K3M9QXA", THEN),
                new PaymentSettled(PAYMENT, ORDER, null, PRICE, null, THEN));
    }

    private static List<Object> given(Money amount) {
        return List.of(
                new RefundRequested(PAYMENT, ORDER, CREDIT, amount, "Credit C1", RefundVia.MANUAL, null, null, null),
                new RefundSucceeded(PAYMENT, ORDER, CREDIT, amount, null, LATER));
    }
}
