package duka.server.processing;

import duka.kernel.api.Refusal;
import duka.server.serialization.LogicalNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** How long commands take to decide, by name and outcome: {@code duka.command}. */
final class Timings implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final LogicalNames names;
    private final MeterRegistry metrics;

    Timings(LogicalNames names, MeterRegistry metrics) {
        this.names = names;
        this.metrics = metrics;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        Timer.Sample sample = Timer.start(metrics);
        String outcome = "done";
        try {
            return chain.proceed();
        } catch (Exception e) {
            outcome = Refusal.in(e).isPresent() ? "refused" : "failed";
            throw e;
        } finally {
            String name = names.nameOf(unit.getMessage().getPayloadType()).orElse("other");
            sample.stop(metrics.timer("duka.command", "name", name, "outcome", outcome));
        }
    }
}
