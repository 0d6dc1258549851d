package duka.server.processing;

import duka.kernel.api.MessageKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** What a message hands down to those that it causes. */
final class Origin implements CorrelationDataProvider {

    private static final List<String> INHERITED = List.of(MessageKeys.ACTOR, MessageKeys.REQUEST_ID);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> handedDown = new HashMap<>();
        INHERITED.forEach(key -> {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                handedDown.put(key, value);
            }
        });
        handedDown.put(
                MessageKeys.CORRELATION_ID,
                message.getMetaData().getOrDefault(MessageKeys.CORRELATION_ID, message.getIdentifier()));
        handedDown.put(MessageKeys.CAUSATION_ID, message.getIdentifier());
        return handedDown;
    }
}
