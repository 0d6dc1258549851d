package daraja.simulator.callback;

import daraja.simulator.wallet.Entry;
import daraja.simulator.web.Json;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One post that was tried.
 *
 * @param kind {@code stk}, {@code result}, {@code timeout}, {@code c2b_confirmation}, {@code c2b_validation} or
 *     {@code replay}
 * @param reference the CheckoutRequestID, ConversationID or receipt that it is about
 * @param status the answer's HTTP status, or 0 without an answer
 * @param outcome why there was no answer, or that there was one
 */
public record Delivery(
        Instant at,
        String kind,
        String reference,
        String url,
        JsonNode body,
        int status,
        String outcome,
        String answer) {

    public ObjectNode json() {
        ObjectNode shown = Json.object()
                .put("at", Entry.shownTime(at))
                .put("kind", kind)
                .put("reference", reference)
                .put("url", url)
                .put("status", status)
                .put("outcome", outcome)
                .put("answer", answer);
        shown.set("body", body);
        return shown;
    }
}
