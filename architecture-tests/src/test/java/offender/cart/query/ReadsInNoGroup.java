package offender.cart.query;

import org.axonframework.eventhandling.EventHandler;

/** Breaks: whoever reads events names the group that it belongs to. */
public final class ReadsInNoGroup {

    @EventHandler
    void on(String event) {}
}
