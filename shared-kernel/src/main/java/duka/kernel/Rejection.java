package duka.kernel;

import java.util.Map;

/**
 * A refusal that only the caller cares about: the request was understood and a rule says no. If somebody else must
 * react, it is an event instead.
 */
public final class Rejection extends RuntimeException {

    /** Somebody else changed it first: the caller reads 412. */
    public static final String VERSION_MISMATCH = "version_mismatch";

    /** The thing is not there: the caller reads 404. */
    public static final String NOT_FOUND = "not_found";

    private final String code;
    private final Map<String, Object> details;

    /**
     * @param code stable, snake_case, as the contract lists it
     * @param message one sentence for people
     * @param details what the contract names beside the code, such as {@code available}; values are text, numbers,
     *     booleans, or lists of these
     */
    public Rejection(String code, String message, Map<String, ?> details) {
        super(message, null, false, false);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public Rejection(String code, String message) {
        this(code, message, Map.of());
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }

    /** Somebody changed the thing since the caller read it: the caller reads 412. */
    public static Rejection versionMismatch(long expected, long actual) {
        return new Rejection(
                VERSION_MISMATCH,
                "Version " + expected + " was expected, it is " + actual + ".",
                Map.of("version", actual));
    }

    public static Rejection notFound(String what) {
        return new Rejection(NOT_FOUND, "There is no such " + what + ".");
    }
}
