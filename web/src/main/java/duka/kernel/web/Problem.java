package duka.kernel.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** An error as RFC 9457 tells it, before it is written. */
record Problem(
        HttpStatus status,
        String code,
        String detail,
        List<FieldProblem> fields,
        Map<String, Object> extras,
        HttpHeaders headers) {

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), new HttpHeaders());
    }

    static Problem of(HttpStatus status, String code, String detail, HttpHeaders headers) {
        return new Problem(status, code, detail, List.of(), Map.of(), headers);
    }

    static Problem invalid(List<FieldProblem> fields) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                InvalidInput.VALIDATION_FAILED,
                "The request has invalid fields.",
                fields,
                Map.of(),
                new HttpHeaders());
    }

    Map<String, Object> body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:duka:problem:" + code);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("instance", instance);
        body.put("code", code);
        if (!fields.isEmpty()) {
            body.put("errors", fields);
        }
        extras.forEach(body::putIfAbsent);
        return body;
    }
}
