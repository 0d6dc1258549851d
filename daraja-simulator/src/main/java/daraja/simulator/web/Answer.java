package daraja.simulator.web;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What goes back on the wire.
 *
 * @param delay real time to wait before answering; a client's patience is real too
 * @param cut close the connection without a byte of answer
 * @param writing what to write instead of the body, for answers that are too long to be held at once
 */
public record Answer(
        int status,
        String contentType,
        String body,
        Duration delay,
        boolean cut,
        @Nullable Writing writing) {

    /** Writes an answer piece by piece. */
    @FunctionalInterface
    public interface Writing {
        void to(Writer out) throws IOException;
    }

    private static final String JSON = "application/json;charset=UTF-8";

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, Json.write(body), Duration.ZERO, false, null);
    }

    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    public static Answer written(Writing writing) {
        return new Answer(200, JSON, "", Duration.ZERO, false, writing);
    }

    public static Answer html(int status, String body) {
        return new Answer(status, "text/html;charset=UTF-8", body, Duration.ZERO, false, null);
    }

    public static Answer empty(int status) {
        return new Answer(status, JSON, "", Duration.ZERO, false, null);
    }

    public static Answer cutOff() {
        return new Answer(0, JSON, "", Duration.ZERO, true, null);
    }

    /** A refusal of the simulator's own calls; Safaricom's refusals have another form. */
    public static Answer problem(int status, String message) {
        return json(status, Json.object().put("error", message));
    }

    public Answer after(Duration pause) {
        return new Answer(status, contentType, body, pause, cut, writing);
    }
}
