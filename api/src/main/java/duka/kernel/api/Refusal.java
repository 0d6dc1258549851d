package duka.kernel.api;

import duka.kernel.Rejection;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * A {@link Rejection} as it travels over a command bus: it is the details of a {@link CommandExecutionException}, so
 * that it reads the same whether the aggregate lives in this process or in another.
 */
public record Refusal(String code, String message, Map<String, Object> details) {

    public static Refusal of(Rejection rejection) {
        return new Refusal(rejection.code(), String.valueOf(rejection.getMessage()), rejection.details());
    }

    /** The refusal that a failed command carries, if it was refused rather than broken. */
    public static Optional<Refusal> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandExecutionException executed) {
                Optional<Object> details = executed.getDetails();
                if (details.isPresent() && details.get() instanceof Refusal refusal) {
                    return Optional.of(refusal);
                }
            }
            if (cause instanceof Rejection rejection) {
                return Optional.of(of(rejection));
            }
        }
        return Optional.empty();
    }

    public Rejection toRejection() {
        return new Rejection(code, message, details);
    }
}
