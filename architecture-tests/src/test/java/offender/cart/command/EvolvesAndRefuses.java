package offender.cart.command;

import duka.kernel.Rejection;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** Breaks: evolving refuses nothing. */
public final class EvolvesAndRefuses {

    @EventSourcingHandler
    void evolve(String event) {
        throw new Rejection("no", "The past is refused: " + event);
    }
}
