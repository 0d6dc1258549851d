package duka.server.processing;

import duka.server.database.Outage;
import org.axonframework.common.AxonException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;

/**
 * Sets an event aside when its handler cannot deal with it, and not when something that everybody needs was down: then
 * the batch is begun again.
 */
final class OnlyFaultsAreSetAside implements EnqueuePolicy<EventMessage<?>> {

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (Outage.in(cause)) {
            throw new Interrupted(cause);
        }
        return Decisions.enqueue(ThrowableCause.truncated(cause));
    }

    /** The batch ends here and is begun again. */
    private static final class Interrupted extends AxonException {

        Interrupted(Throwable cause) {
            super("Something that everybody needs was down", cause);
        }
    }
}
