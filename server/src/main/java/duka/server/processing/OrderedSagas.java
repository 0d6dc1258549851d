package duka.server.processing;

import duka.server.database.Outage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each order's events to one segment, in order. (Axon shows every event to every segment and lets each look for
 * sagas that it owns by their own id.) An order whose event failed three times while nothing was down is parked with all that
 * follows of it, and every other order goes on.
 */
final class OrderedSagas implements EventHandlerInvoker {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedSagas.class);
    private static final int TRIES = 3;

    private final String processor;
    private final EventHandlerInvoker sagas;
    private final Parking parking;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    OrderedSagas(String processor, EventHandlerInvoker sagas, Parking parking) {
        this.processor = processor;
        this.sagas = sagas;
        this.parking = parking;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return segment.matches(Sequence.of(event)) && sagas.canHandle(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return sagas.canHandleType(payloadType);
    }

    @Override
    @SuppressWarnings("ThrowSpecificity")
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        if (parking.isParked(processor, Sequence.of(event))) {
            parking.park(processor, event, Fault.FOLLOWS, 0);
            return;
        }
        if (failures.getOrDefault(event.getIdentifier(), 0) >= TRIES) {
            LOG.error(
                    "{} failed {} times on {} and parks this order; all others go on",
                    processor,
                    TRIES,
                    event.getPayloadType().getSimpleName());
            parking.park(processor, event, "Failed " + TRIES + " times", TRIES);
            failures.remove(event.getIdentifier());
            return;
        }
        try {
            sagas.handle(event, Segment.ROOT_SEGMENT);
            failures.remove(event.getIdentifier());
        } catch (Exception e) {
            if (Outage.in(e)) {
                throw e;
            }
            failures.merge(event.getIdentifier(), 1, Integer::sum);
            throw e;
        }
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void segmentReleased(Segment segment) {
        sagas.segmentReleased(segment);
    }
}
