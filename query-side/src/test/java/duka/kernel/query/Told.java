package duka.kernel.query;

import duka.kernel.api.SequencedBy;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;

/**
 * One event of a story, as the store would hand it out.
 *
 * @param position in the store
 */
public record Told(SequencedBy event, String aggregate, long sequence, long position, Instant at) {

    DomainEventMessage<SequencedBy> message() {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "told",
                        aggregate,
                        sequence,
                        event,
                        MetaData.from(Map.of("actor", "system:story")),
                        aggregate + ":" + sequence,
                        at));
    }
}
