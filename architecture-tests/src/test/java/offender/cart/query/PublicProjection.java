package offender.cart.query;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Breaks: projections are asked by messages alone. */
@ProcessingGroup("customer")
public final class PublicProjection {

    @EventHandler
    void on(String event) {}
}
