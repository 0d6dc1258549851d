package duka.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer as it is kept for repeats: without what belongs to the one request, such as its id and its limits.
 *
 * @param body in base64
 */
record KeptAnswer(int status, Map<String, String> headers, String body) {

    private static final List<String> KEPT_HEADERS =
            List.of("Location", "ETag", "X-Cart-Token", "Cache-Control", "Retry-After");

    static KeptAnswer of(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.getContentType() != null) {
            headers.put("Content-Type", response.getContentType());
        }
        return new KeptAnswer(
                response.getStatus(), headers, Base64.getEncoder().encodeToString(response.getContentAsByteArray()));
    }

    /** 2xx, and what a rule of the domain refused. */
    boolean isFinal() {
        return (status >= 200 && status < 300) || status == HttpServletResponse.SC_CONFLICT;
    }

    void replay(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Idempotent-Replayed", "true");
        byte[] bytes = Base64.getDecoder().decode(body);
        if (bytes.length > 0) {
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
