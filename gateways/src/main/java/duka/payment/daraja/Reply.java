package duka.payment.daraja;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back when Daraja was called. */
sealed interface Reply {

    /** An object, under whatever status. */
    record Json(int status, JsonNode body) implements Reply {

        /** {@code errorCode}, which decides more than the status does, or {@code null}. */
        @Nullable
        String errorCode() {
            return text("errorCode");
        }

        String errorMessage() {
            String message = text("errorMessage");
            return message == null ? "" : message;
        }

        boolean isAccepted() {
            return "0".equals(text("ResponseCode"));
        }

        @Nullable
        String text(String field) {
            return JsonText.of(body, field);
        }

        /** Whether the token was not taken, under any of the codes that say so. */
        boolean refusesToken() {
            String code = errorCode();
            return code != null && (code.equals("404.001.03") || code.equals("400.003.01") || code.startsWith("401."));
        }
    }

    /** Something came, and it cannot be read: nothing, a page, a fault of another protocol. */
    record Unreadable(int status) implements Reply {}

    /** The request never left: nobody can have acted on it. */
    record NotSent(String why) implements Reply {}

    /** The request may have arrived, and no answer came. */
    record Silence(String why) implements Reply {}

    static Reply of(int status, String body, JsonMapper json) {
        try {
            JsonNode read = json.readTree(body);
            return read.isObject() ? new Json(status, read) : new Unreadable(status);
        } catch (JacksonException e) {
            return new Unreadable(status);
        }
    }
}
