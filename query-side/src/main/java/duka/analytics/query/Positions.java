package duka.analytics.query;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Where events stand in the store, so that a figure can name those it is made of. */
final class Positions {

    private Positions() {}

    /** @throws IllegalArgumentException if it does not come from the store */
    static long of(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked) {
            return tracked.trackingToken()
                    .position()
                    .orElseThrow(() -> new IllegalArgumentException("No position: " + tracked.trackingToken()));
        }
        throw new IllegalArgumentException("Not read from the store: " + event.getIdentifier());
    }
}
