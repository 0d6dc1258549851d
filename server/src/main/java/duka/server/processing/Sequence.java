package duka.server.processing;

import duka.kernel.api.SequencedBy;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/**
 * Events are kept in order with those that are written into the same row. The key is a text, since its hash decides
 * about the segment and must be the same after a restart.
 */
final class Sequence implements SequencingPolicy<EventMessage<?>> {

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        return of(event);
    }

    static String of(EventMessage<?> event) {
        if (event.getPayload() instanceof SequencedBy sequenced) {
            return sequenced.sequencedBy();
        }
        return event instanceof DomainEventMessage<?> ofAggregate
                ? ofAggregate.getAggregateIdentifier()
                : event.getIdentifier();
    }
}
