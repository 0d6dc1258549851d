package daraja.simulator.script;

import daraja.simulator.web.Answer;
import daraja.simulator.web.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers that a script can call by name. {@code answer} is one of {@code busy}, {@code spike}, {@code quota} (500.003)
 * [D]; {@code forbidden_html}, {@code unavailable_html} (the edge's 403 and 503) [O]; {@code empty} (no body, status
 * 400 or the script's {@code status}) [O]; {@code empty_error} (500.001.1001 without a message, under 500 or the
 * script's {@code status}) [O]; {@code being_processed}, {@code does_not_exist} [O]; {@code internal_error},
 * {@code unreachable} (500.003.1001) [O]; {@code cut} (the connection ends unanswered) [modelled]; {@code accepted}
 * (the real answer). {@code payload} answers with a payload file instead.
 */
public final class CannedAnswers {

    private CannedAnswers() {}

    public static Optional<Answer> of(JsonNode script, String requestId, @Nullable String checkoutRequestId) {
        int status = script.path("status").asInt(0);
        if (script.has("payload")) {
            String name = script.path("payload").asString("");
            return Optional.of(Answer.json(status == 0 ? 200 : status, Payloads.named(name)));
        }
        String queryId = checkoutRequestId == null ? requestId : checkoutRequestId;
        return switch (script.path("answer").asString("accepted")) {
            case "accepted" -> Optional.empty();
            case "busy" -> error(500, requestId, "500.003.02", "System is busy. Please try again in few minutes.");
            case "spike" -> error(500, requestId, "500.003.02", "Error Occurred: Spike Arrest Violation");
            case "quota" -> error(500, requestId, "500.003.03", "Quota Violation");
            case "internal_error" -> error(500, requestId, "500.003.1001", "Internal Server Error");
            case "unreachable" -> error(500, requestId, "500.003.1001", "Service is currently unreachable");
            case "empty_error" -> error(status == 0 ? 500 : status, queryId, "500.001.1001", "");
            case "being_processed" -> error(500, queryId, "500.001.1001", "The transaction is being processed");
            case "does_not_exist" -> error(500, queryId, "500.001.1001", "The transaction does not Exist");
            case "forbidden_html" -> Optional.of(Answer.html(403, edgePage("Access Denied")));
            case "unavailable_html" -> Optional.of(unavailable());
            case "empty" -> Optional.of(Answer.empty(status == 0 ? 400 : status));
            case "cut" -> Optional.of(Answer.cutOff());
            default -> throw new IllegalArgumentException("no answer of that name");
        };
    }

    /** The edge's page when the gateway behind it is away. */
    public static Answer unavailable() {
        return Answer.html(503, edgePage("Request unsuccessful. Incapsula incident ID: 0-0"));
    }

    private static String edgePage(String text) {
        return "<html><head><title>Error</title></head><body>" + text + "</body></html>";
    }

    private static Optional<Answer> error(int status, String requestId, String code, String message) {
        return Optional.of(Answer.json(
                status,
                Json.object().put("requestId", requestId).put("errorCode", code).put("errorMessage", message)));
    }
}
