package duka.server.crash;

import duka.server.serialization.LogicalNames;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Dying when a command arrives is dying after what led to it, an outside call perhaps, and before its record. */
final class CommandPoints implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final CrashPoints points;
    private final LogicalNames names;

    CommandPoints(CrashPoints points, LogicalNames names) {
        this.points = points;
        this.names = names;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        String step =
                "command " + names.nameOf(unit.getMessage().getPayloadType()).orElse("other");
        points.passed(step + CrashPoints.ARRIVES);
        Object answer = chain.proceed();
        // Asked for last, so that all else that waits for the commit is done before it, and nothing yet after it.
        unit.onPrepareCommit(committing -> points.passed(step + CrashPoints.BEFORE_COMMIT));
        unit.afterCommit(committed -> points.passed(step + CrashPoints.AFTER_COMMIT));
        return answer;
    }
}
