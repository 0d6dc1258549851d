package daraja.simulator.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request.
 *
 * @param params the path's variable parts by name
 * @param headers by lower-case name
 */
public record Call(
        String method,
        String path,
        Map<String, String> params,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {

    public String param(String name) {
        return params.getOrDefault(name, "");
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            throw new UnreadableBody(e);
        }
    }

    Call withParams(Map<String, String> found) {
        return new Call(method, path, found, query, headers, body);
    }

    /** The body is not JSON. */
    public static final class UnreadableBody extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableBody(Throwable cause) {
            super("the body is not JSON", cause, false, false);
        }
    }
}
