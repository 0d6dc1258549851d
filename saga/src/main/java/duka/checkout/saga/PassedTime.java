package duka.checkout.saga;

import duka.checkout.api.CheckoutEvent;
import duka.kernel.OrderId;
import duka.kernel.api.DeadlineHandler;
import duka.kernel.api.MessageKeys;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;

/**
 * Writes a time that has come down as an event. What follows from it is the checkout's to say, since it alone knows
 * whether a prompt is out.
 */
final class PassedTime implements DeadlineHandler {

    private static final String ACTOR = "system:checkout";

    private final String kind;
    private final Function<OrderId, CheckoutEvent> fact;
    private final EventGateway events;

    PassedTime(String kind, Function<OrderId, CheckoutEvent> fact, EventGateway events) {
        this.kind = kind;
        this.fact = fact;
        this.events = events;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void expired(String id) {
        CheckoutEvent event = fact.apply(new OrderId(UUID.fromString(id)));
        events.publish(GenericEventMessage.asEventMessage(event).andMetaData(Map.of(MessageKeys.ACTOR, ACTOR)));
    }
}
