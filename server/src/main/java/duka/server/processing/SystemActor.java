package duka.server.processing;

import duka.kernel.api.MessageKeys;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What a reaction causes is the system's doing, in its name: {@code system:checkout.saga}; its log lines carry the correlation. */
final class SystemActor implements MessageHandlerInterceptor<EventMessage<?>> {

    private final Map<String, String> actor;

    SystemActor(String processor) {
        this.actor = Map.of(MessageKeys.ACTOR, "system:" + processor);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        unit.registerCorrelationDataProvider(message -> actor);
        Object correlation = unit.getMessage().getMetaData().get(MessageKeys.CORRELATION_ID);
        try (var unused = MDC.putCloseable(MessageKeys.CORRELATION_ID, String.valueOf(correlation))) {
            return chain.proceed();
        }
    }
}
