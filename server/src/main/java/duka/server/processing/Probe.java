package duka.server.processing;

import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;

/**
 * An aggregate's event without content, to ask who would handle its type; sagas answer by event alone and never by type.
 */
final class Probe {

    private Probe() {}

    @SuppressWarnings("NullAway") // The framework keeps an empty payload under its declared type.
    static <T> EventMessage<T> of(Class<T> type) {
        return new GenericDomainEventMessage<>("", "", 0, new GenericMessage<>(type, null, Map.of()), Instant::now);
    }
}
