package duka.kernel.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A refusal of the edge itself, with its status: not signed in, not allowed, too often, not now. */
public final class HttpRefusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final Map<String, Object> extras;
    private final HttpHeaders headers;

    HttpRefusal(HttpStatus status, String code, String message, Map<String, ?> extras, HttpHeaders headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.extras = Map.copyOf(extras);
        this.headers = headers;
    }

    public HttpRefusal(HttpStatus status, String code, String message, Map<String, ?> extras) {
        this(status, code, message, extras, new HttpHeaders());
    }

    public HttpRefusal(HttpStatus status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** 403 {@code forbidden}. */
    public static HttpRefusal forbidden() {
        return new HttpRefusal(HttpStatus.FORBIDDEN, "forbidden", "You may not do this.");
    }

    /** 401 {@code not_authenticated}. */
    public static HttpRefusal unauthenticated() {
        return unauthenticated("not_authenticated", "Sign in first.");
    }

    /** 401 with a code that says what is wrong with the credentials. */
    public static HttpRefusal unauthenticated(String code, String message) {
        HttpHeaders challenge = new HttpHeaders();
        challenge.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"duka\"");
        return new HttpRefusal(HttpStatus.UNAUTHORIZED, code, message, Map.of(), challenge);
    }

    /** 503 {@code unavailable} with {@code Retry-After}. */
    public static HttpRefusal unavailable(String message, Duration retryAfter) {
        return new HttpRefusal(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", message, Map.of(), retryAfter(retryAfter));
    }

    /** 429 {@code rate_limited} with {@code Retry-After}. */
    public static HttpRefusal rateLimited(Duration retryAfter) {
        return new HttpRefusal(
                HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Too many requests.", Map.of(), retryAfter(retryAfter));
    }

    private static HttpHeaders retryAfter(Duration duration) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, duration.plusMillis(999).toSeconds())));
        return headers;
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

    HttpHeaders headers() {
        return headers;
    }
}
