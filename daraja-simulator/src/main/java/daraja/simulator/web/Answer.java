package daraja.simulator.web;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What goes back on the wire.
 *
 * @param delay real time to wait before answering; a client's patience is real too
 * @param cut close the connection without a byte of answer
 */
public record Answer(int status, String contentType, String body, Duration delay, boolean cut) {

    private static final String JSON = "application/json;charset=UTF-8";

    public static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, Json.write(body), Duration.ZERO, false);
    }

    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    public static Answer html(int status, String body) {
        return new Answer(status, "text/html;charset=UTF-8", body, Duration.ZERO, false);
    }

    public static Answer empty(int status) {
        return new Answer(status, JSON, "", Duration.ZERO, false);
    }

    public static Answer cutOff() {
        return new Answer(0, JSON, "", Duration.ZERO, true);
    }

    /** A refusal of the simulator's own calls; Safaricom's refusals have another form. */
    public static Answer problem(int status, String message) {
        return json(status, Json.object().put("error", message));
    }

    public Answer after(Duration pause) {
        return new Answer(status, contentType, body, pause, cut);
    }
}
