package duka.kernel.web;

import duka.kernel.Rejection;
import duka.kernel.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/** Says of any failure what the caller may know about it, and writes that. What is not known by name is a bare 500. */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Integer, String> CODES = Map.of(
            400, "bad_request",
            401, "not_authenticated",
            403, "forbidden",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            413, "payload_too_large",
            415, "unsupported_media_type",
            503, "unavailable");
    private static final Map<String, HttpStatus> STATUS_OF_REJECTION = Map.of(
            Rejection.NOT_FOUND,
            HttpStatus.NOT_FOUND,
            "product_not_found",
            HttpStatus.NOT_FOUND,
            Rejection.VERSION_MISMATCH,
            HttpStatus.PRECONDITION_FAILED);

    private final WebJson json;

    Problems(WebJson json) {
        this.json = json;
    }

    void write(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof ClientAbortException) {
            return;
        }
        Problem problem = of(failure);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            LOG.warn("Turned away for now: {}", failure.getClass().getSimpleName());
        } else if (problem.status().is5xxServerError()) {
            LOG.error("Request failed with {}", problem.status().value(), failure);
        }
        write(problem, request, response);
    }

    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.ETAG, null);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.mapper().writeValueAsBytes(problem.body(request.getRequestURI()));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    Problem of(Throwable failure) {
        return known(failure)
                .or(() -> Outages.in(failure))
                .orElseGet(() -> Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR, "internal_error", "Something went wrong on our side."));
    }

    private static Optional<Problem> known(Throwable failure) {
        if (PayloadTooLarge.in(failure)) {
            return Optional.of(Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE, "payload_too_large", "The request's body is larger than allowed."));
        }
        Optional<Problem> refused = Refusal.in(failure).map(Problems::refused);
        if (refused.isPresent()) {
            return refused;
        }
        return switch (failure) {
            case HttpRefusal refusal ->
                Optional.of(new Problem(
                        refusal.status(),
                        refusal.code(),
                        String.valueOf(refusal.getMessage()),
                        List.of(),
                        refusal.extras(),
                        refusal.headers()));
            case InvalidInput input ->
                Optional.of(new Problem(
                        HttpStatus.BAD_REQUEST,
                        input.code(),
                        String.valueOf(input.getMessage()),
                        input.fields(),
                        input.extras(),
                        new HttpHeaders()));
            case AuthenticationException unknown -> known(HttpRefusal.unauthenticated());
            case AccessDeniedException denied ->
                known(RequestContext.caller().isPresent() ? HttpRefusal.forbidden() : HttpRefusal.unauthenticated());
            default -> BadRequests.in(failure).or(() -> byStatus(failure));
        };
    }

    private static Problem refused(Refusal refusal) {
        Map<String, Object> extras = new LinkedHashMap<>();
        refusal.details().forEach((name, value) -> extras.put(FieldNames.snake(name), value));
        HttpHeaders headers = new HttpHeaders();
        if (extras.get("retry_after") instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return new Problem(
                STATUS_OF_REJECTION.getOrDefault(refusal.code(), HttpStatus.CONFLICT),
                refusal.code(),
                refusal.message(),
                List.of(),
                extras,
                headers);
    }

    /** What Spring itself refuses: it names the status, and its words are not shown. */
    private static Optional<Problem> byStatus(Throwable failure) {
        if (!(failure instanceof ErrorResponse response)) {
            return Optional.empty();
        }
        HttpStatus status = HttpStatus.resolve(response.getStatusCode().value());
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return Optional.empty();
        }
        return Optional.of(of(status, response.getHeaders()));
    }

    static Problem of(HttpStatus status, HttpHeaders headers) {
        String code = CODES.getOrDefault(status.value(), status.is5xxServerError() ? "internal_error" : "bad_request");
        String detail = status == HttpStatus.NOT_FOUND ? "There is nothing here." : status.getReasonPhrase() + ".";
        return Problem.of(status, code, detail, headers);
    }
}
