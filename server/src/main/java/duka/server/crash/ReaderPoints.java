package duka.server.crash;

import duka.server.serialization.LogicalNames;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Both sides of the commit of a batch, under the name of each event in it. */
final class ReaderPoints implements MessageHandlerInterceptor<EventMessage<?>> {

    private final CrashPoints points;
    private final String group;
    private final LogicalNames names;

    ReaderPoints(CrashPoints points, String group, LogicalNames names) {
        this.points = points;
        this.group = group;
        this.names = names;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        String event = names.nameOf(unit.getMessage().getPayloadType()).orElse("other");
        String step = "reader " + group + " " + event;
        Object result = chain.proceed();
        unit.onPrepareCommit(committing -> points.passed(step + CrashPoints.BEFORE_COMMIT));
        unit.afterCommit(committed -> points.passed(step + CrashPoints.AFTER_COMMIT));
        return result;
    }
}
