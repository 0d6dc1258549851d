package duka.server.processing;

import duka.kernel.Rejection;
import duka.kernel.api.Refusal;
import duka.server.store.DukaEventStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Around every command: a refusal travels as {@link Refusal} details, whichever process it came from, and an answer
 * carries which events it wrote ({@code id@sequence}), so that the edge can wait until they can be read.
 */
final class Refusals implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String WRITTEN = "written";

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        try {
            Object answer = chain.proceed();
            return GenericCommandResultMessage.asCommandResultMessage(answer)
                    .andMetaData(Map.of(WRITTEN, written(unit)));
        } catch (Rejection rejection) {
            throw refused(rejection);
        } catch (AggregateNotFoundException e) {
            throw refused(Rejection.notFound("thing"));
        }
    }

    /** The newest event of each type by aggregate, as {@code id@sequence} → logical payload class name. */
    private static Map<String, String> written(UnitOfWork<?> unit) {
        Map<String, String> written = new LinkedHashMap<>();
        for (DomainEventMessage<?> event : DukaEventStore.publishedIn(unit)) {
            written.put(
                    event.getAggregateIdentifier() + "@" + event.getSequenceNumber(),
                    event.getPayloadType().getName());
        }
        return written;
    }

    private static CommandExecutionException refused(Rejection rejection) {
        return new CommandExecutionException(String.valueOf(rejection.getMessage()), rejection, Refusal.of(rejection));
    }
}
