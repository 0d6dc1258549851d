package duka.kernel.api;

/** The metadata that every command and event carries. */
public final class MessageKeys {

    /** One caller's intention, from the first command to the last event that it caused. */
    public static final String CORRELATION_ID = "correlation_id";

    /** The message that directly led to this one. */
    public static final String CAUSATION_ID = "causation_id";

    /** Who did it: {@code customer:<id>}, {@code guest:<id>}, {@code admin:<id>} or {@code system:<reaction>}. */
    public static final String ACTOR = "actor";

    /** The {@code X-Request-Id} of the HTTP request that began it, if one did. */
    public static final String REQUEST_ID = "request_id";

    private MessageKeys() {}
}
