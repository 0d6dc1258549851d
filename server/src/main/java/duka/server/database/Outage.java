package duka.server.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;

/** Tells what passes by itself (a database that restarts, two who collided) from what is wrong with the thing at hand. */
public final class Outage {

    /** Classes of SQLSTATE: connection, resources (a full disk too), collision. */
    private static final Set<String> CLASSES = Set.of("08", "53", "40");

    /** Shutdown, crash, start-up, dropped database, lock not available; idle and whole-transaction timeouts. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "57P05", "55P03", "25P03", "25P04");

    private Outage() {}

    public static boolean in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLNonTransientConnectionException gone -> true;
            case SQLException sql -> passes(sql.getSQLState());
            case AxonTransientException collided -> true;
            case AggregateStreamCreationException collided -> true;
            default -> false;
        };
    }

    private static boolean passes(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
