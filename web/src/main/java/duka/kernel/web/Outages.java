package duka.kernel.web;

import duka.identity.api.Overloaded;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Failures that pass when something is up again: the caller reads 503 and when to come back. */
final class Outages {

    private static final Duration COME_BACK_IN = Duration.ofSeconds(2);

    /** Classes of SQLSTATE: connection, resources (disk full too), shutdown, waits given up, collisions, read-only. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "55", "40", "25");

    private Outages() {}

    static Optional<Problem> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return Optional.of(unavailable());
            }
        }
        return Optional.empty();
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLTransientException busy -> true;
            case SQLNonTransientConnectionException gone -> true;
            case SQLException sql ->
                sql.getSQLState() != null
                        && sql.getSQLState().length() == 5
                        && PASSING.contains(sql.getSQLState().substring(0, 2));
            case NoHandlerForCommandException nobody -> true;
            case NoHandlerForQueryException nobody -> true;
            case ConcurrencyException collided -> true;
            case Overloaded busy -> true;
            default -> false;
        };
    }

    private static Problem unavailable() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(COME_BACK_IN.toSeconds()));
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "A part that is needed does not answer now.", headers);
    }
}
