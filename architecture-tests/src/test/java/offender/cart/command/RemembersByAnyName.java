package offender.cart.command;

import offender.cart.api.CartEvent.CartFound;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Breaks: an event is evolved. */
public final class RemembersByAnyName {

    @EventSourcingHandler
    void on(CartFound event) {}
}
