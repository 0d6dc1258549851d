package duka.server.processing;

import duka.kernel.api.MessageKeys;
import duka.kernel.api.Refusal;
import duka.kernel.web.Commands;
import duka.kernel.web.RequestContext;
import duka.server.processing.Reports.Awaited;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.AxonException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Sends the edge's commands in the name of the request, and waits until its caller can read what they did. */
final class EdgeCommands implements Commands {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES = 3;
    private static final int JITTER_MILLIS = 20;

    private final CommandBus bus;
    private final Reports reports;

    EdgeCommands(CommandBus bus, Reports reports) {
        this.bus = bus;
        this.reports = reports;
    }

    @Override
    public <R> Answer<R> send(Object command) {
        RequestContext context = RequestContext.current();
        Map<String, String> origin = Map.of(
                MessageKeys.ACTOR, context.actor(),
                MessageKeys.CORRELATION_ID, context.correlationId(),
                MessageKeys.REQUEST_ID, context.requestId());
        for (int attempt = 1; ; attempt++) {
            try {
                return answer(
                        dispatch(GenericCommandMessage.asCommandMessage(command).andMetaData(origin)));
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                // Somebody was faster; what they left is read again, and the command is judged by that.
                if (attempt == TRIES) {
                    throw new ConcurrencyException("Others were faster " + TRIES + " times", e);
                }
                pause();
            }
        }
    }

    private CommandResultMessage<?> dispatch(CommandMessage<Object> command) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(command, callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional()) {
            throw failure(result.exceptionResult());
        }
        return result;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <R> Answer<R> answer(CommandResultMessage<?> result) {
        return new Answer<>((R) result.getPayload(), visible(result));
    }

    private boolean visible(CommandResultMessage<?> result) {
        if (!(result.getMetaData().get(Refusals.WRITTEN) instanceof Map<?, ?> written)) {
            return true;
        }
        Set<Awaited> awaited = new HashSet<>();
        written.forEach((at, type) -> awaited.add(awaited(String.valueOf(at), String.valueOf(type))));
        try {
            return reports.await(awaited, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Awaited awaited(String at, String type) {
        int separator = at.lastIndexOf('@');
        return new Awaited(
                at.substring(0, separator),
                Long.parseLong(at.substring(separator + 1)),
                ClassUtils.resolveClassName(type, EdgeCommands.class.getClassLoader()));
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause != null) {
            var refusal = Refusal.in(cause);
            if (refusal.isPresent()) {
                return refusal.get().toRejection();
            }
            if (cause instanceof RuntimeException unchecked) {
                return unchecked;
            }
        }
        return new EdgeFailure(cause);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(1 + ThreadLocalRandom.current().nextInt(JITTER_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A command that broke in a way that nobody foresaw. */
    private static final class EdgeFailure extends AxonException {

        EdgeFailure(@Nullable Throwable cause) {
            super("A command failed", cause);
        }
    }
}
