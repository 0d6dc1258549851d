package duka.server.processing;

import duka.kernel.Rejection;
import duka.kernel.query.MissingRow;
import org.jspecify.annotations.Nullable;

/** Why an event was set aside, in words for people: the whole story, with classes and statements, is in the log alone. */
final class Fault {

    static final String FOLLOWS = "Follows one that is parked";

    private static final String MISSING = "Something that an earlier event makes is not there";
    private static final String REFUSED = "A rule refused what follows from it";
    private static final String DATABASE = "The database refused what was to be written";
    private static final String FAILED = "Its handler failed";

    private Fault() {}

    static String told(Throwable failure) {
        return told(blamed(failure).getName());
    }

    /** The class in the chain of causes that says most. */
    static Class<?> blamed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!told(cause.getClass().getName()).equals(FAILED)) {
                return cause.getClass();
            }
        }
        return failure.getClass();
    }

    /** @param type the class of what was thrown; {@code null} if nothing was */
    static String told(@Nullable String type) {
        if (type == null) {
            return FOLLOWS;
        }
        if (type.equals(MissingRow.class.getName())) {
            return MISSING;
        }
        if (type.equals(Rejection.class.getName())) {
            return REFUSED;
        }
        boolean database = type.startsWith("org.springframework.dao.")
                || type.startsWith("org.springframework.jdbc.")
                || type.startsWith("java.sql.")
                || type.startsWith("org.postgresql.");
        return database ? DATABASE : FAILED;
    }
}
