package duka.checkout.saga;

import static duka.checkout.saga.SaleFixtures.ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import duka.checkout.api.CheckoutEvent.CheckoutRetired;
import duka.checkout.api.CheckoutEvent.PaymentGraceEnded;
import duka.checkout.api.CheckoutEvent.PaymentWindowClosed;
import duka.kernel.api.DeadlineHandler;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.gateway.DefaultEventGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;

class PassedTimeTest {

    private final SimpleEventBus bus = SimpleEventBus.builder().build();
    private final EventGateway events =
            DefaultEventGateway.builder().eventBus(bus).build();
    private final CheckoutConfiguration configuration = new CheckoutConfiguration();

    @Test
    void each_time_that_has_come_is_written_down_as_what_it_means_for_the_order() {
        assertThat(factOf(configuration.paymentWindowDeadline(events), SaleClock.PAYMENT_WINDOW))
                .isEqualTo(new PaymentWindowClosed(ORDER));
        assertThat(factOf(configuration.paymentGraceDeadline(events), SaleClock.PAYMENT_GRACE))
                .isEqualTo(new PaymentGraceEnded(ORDER));
        assertThat(factOf(configuration.retirementDeadline(events), SaleClock.RETIREMENT))
                .isEqualTo(new CheckoutRetired(ORDER));
    }

    private Object factOf(DeadlineHandler handler, String kind) {
        List<EventMessage<?>> published = new ArrayList<>();
        try (var subscription = bus.subscribe(published::addAll)) {
            handler.expired(ORDER.toString());
        }
        assertThat(handler.kind()).isEqualTo(kind);
        assertThat(published).hasSize(1);
        assertThat(published.getFirst().getMetaData()).containsEntry("actor", "system:checkout");
        return published.getFirst().getPayload();
    }
}
