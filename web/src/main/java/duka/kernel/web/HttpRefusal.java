package duka.kernel.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A refusal of the edge itself, with its status: not signed in, not allowed, too often, not now. */
public final class HttpRefusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final Map<String, Object> extras;
    private final Duration retryAfter;

    private HttpRefusal(HttpStatus status, String code, String message, Map<String, ?> extras, Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.extras = Map.copyOf(extras);
        this.retryAfter = retryAfter;
    }

    public HttpRefusal(HttpStatus status, String code, String message, Map<String, ?> extras) {
        this(status, code, message, extras, Duration.ZERO);
    }

    public HttpRefusal(HttpStatus status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** 403 {@code forbidden}. */
    public static HttpRefusal forbidden() {
        return new HttpRefusal(HttpStatus.FORBIDDEN, "forbidden", "You may not do this.");
    }

    /** 401 {@code unauthenticated}. */
    public static HttpRefusal unauthenticated() {
        return new HttpRefusal(HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in first.");
    }

    /** 503 {@code unavailable} with {@code Retry-After}. */
    public static HttpRefusal unavailable(String message, Duration retryAfter) {
        return new HttpRefusal(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", message, Map.of(), retryAfter);
    }

    /** 429 {@code rate_limited} with {@code Retry-After}. */
    public static HttpRefusal rateLimited(Duration retryAfter) {
        return new HttpRefusal(
                HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Too many requests.", Map.of(), retryAfter);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> extras() {
        return extras;
    }

    /** Zero if the caller is not told when to come back. */
    Duration retryAfter() {
        return retryAfter;
    }
}
