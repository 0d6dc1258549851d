package duka.server.processing;

import duka.kernel.api.MessageKeys;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What a reaction causes is the system's doing, in its name: {@code system:checkout.saga}. */
final class SystemActor implements MessageHandlerInterceptor<EventMessage<?>> {

    private final Map<String, String> actor;

    SystemActor(String processor) {
        this.actor = Map.of(MessageKeys.ACTOR, "system:" + processor);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        unit.registerCorrelationDataProvider(message -> actor);
        return chain.proceed();
    }
}
