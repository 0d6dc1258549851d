package offender.cart.query;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Breaks: processing groups are logical names. */
@ProcessingGroup("offender.cart.query.ReadsInAClassName")
public final class ReadsInAClassName {

    @EventHandler
    void on(String event) {}
}
