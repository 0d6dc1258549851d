package duka.kernel.query;

import duka.kernel.api.SequencedBy;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** One event of a story, as the store would hand it out. */
public record Told(SequencedBy event, String aggregate, long sequence, Instant at) {

    DomainEventMessage<SequencedBy> message() {
        return new GenericDomainEventMessage<>(
                "told",
                aggregate,
                sequence,
                event,
                MetaData.from(Map.of("actor", "system:story")),
                aggregate + ":" + sequence,
                at);
    }
}
