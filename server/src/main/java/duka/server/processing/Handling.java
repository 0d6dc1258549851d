package duka.server.processing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/**
 * The handlers of one group, for an event that comes to them again outside of the stream: in a unit of work and a
 * transaction of its own, in the name of the group, and told about like any other once it has committed. The books are
 * not touched: the event was counted when it was set aside.
 */
final class Handling {

    private final String group;
    private final EventHandlerInvoker handlers;
    private final Configuration config;
    private final TransactionManager transactions;
    private final Reports reports;

    Handling(
            String group,
            EventHandlerInvoker handlers,
            Configuration config,
            TransactionManager transactions,
            Reports reports) {
        this.group = group;
        this.handlers = handlers;
        this.config = config;
        this.transactions = transactions;
        this.reports = reports;
    }

    /**
     * @param first what is done before it, in the same transaction
     * @return what went wrong, and then nothing was done
     */
    Optional<Throwable> handle(EventMessage<?> event, Runnable first) {
        DefaultUnitOfWork<EventMessage<?>> unit = DefaultUnitOfWork.startAndGet(event);
        unit.afterCommit(committed -> tell(event));
        unit.attachTransaction(transactions);
        config.correlationDataProviders().forEach(unit::registerCorrelationDataProvider);
        var chain = new DefaultInterceptorChain<EventMessage<?>>(unit, List.of(new SystemActor(group)), message -> {
            first.run();
            invoke(handlers, message);
            return null;
        });
        ResultMessage<?> result = unit.executeWithResult(chain::proceed, RollbackConfigurationType.ANY_THROWABLE);
        return result.optionalExceptionResult().map(Throwable.class::cast);
    }

    private void tell(EventMessage<?> event) {
        Map<String, Long> reached = event instanceof DomainEventMessage<?> ofAggregate
                ? Map.of(ofAggregate.getAggregateIdentifier(), ofAggregate.getSequenceNumber())
                : Map.of();
        reports.committed(group, reached, List.of(event.getPayload()), 0);
    }

    /** Past the queue of what was set aside, which would only set it aside again. */
    @SuppressWarnings("ThrowSpecificity")
    private static void invoke(EventHandlerInvoker invoker, EventMessage<?> event) throws Exception {
        switch (invoker) {
            case MultiEventHandlerInvoker several -> {
                for (EventHandlerInvoker one : several.delegates()) {
                    invoke(one, event);
                }
            }
            case SimpleEventHandlerInvoker simple -> {
                for (EventMessageHandler handler : simple.eventHandlers()) {
                    handler.handle(event);
                }
            }
            default -> {
                if (invoker.canHandle(event, Segment.ROOT_SEGMENT)) {
                    invoker.handle(event, Segment.ROOT_SEGMENT);
                }
            }
        }
    }
}
