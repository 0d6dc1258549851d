package daraja.simulator.gateway;

import org.jspecify.annotations.Nullable;

/** Safaricom says no at once: {@code {"requestId","errorCode","errorMessage"}} with an HTTP status. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String requestId;

    public Refusal(int status, String code, String message) {
        this(status, code, message, null);
    }

    /** @param requestId what stands in requestId when it is not one of the gateway's own ids */
    public Refusal(int status, String code, String message, @Nullable String requestId) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.requestId = requestId;
    }

    /** 400.002.02, which names the field. */
    public static Refusal invalid(String field) {
        return new Refusal(400, "400.002.02", "Bad Request - Invalid " + field);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public @Nullable String requestId() {
        return requestId;
    }
}
