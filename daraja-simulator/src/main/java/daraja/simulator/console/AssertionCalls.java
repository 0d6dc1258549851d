package daraja.simulator.console;

import daraja.simulator.callback.Deliveries;
import daraja.simulator.callback.Delivery;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Json;
import daraja.simulator.web.RequestCounts;
import daraja.simulator.web.Router;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests ask: what was posted with which body and answer, and how often each path was called. */
public final class AssertionCalls {

    private final Deliveries deliveries;
    private final RequestCounts counts;

    public AssertionCalls(Deliveries deliveries, RequestCounts counts) {
        this.deliveries = deliveries;
        this.counts = counts;
    }

    public void routes(Router router) {
        router.on("GET", "/simulator/callbacks/", this::callbacks).on("GET", "/simulator/requests/", call -> {
            ObjectNode sums = Json.object();
            counts.all().forEach(sums::put);
            ObjectNode answer = Json.object();
            answer.set("counts", sums);
            return Answer.ok(answer);
        });
    }

    /** {@code ?reference=} a CheckoutRequestID, ConversationID or receipt, {@code ?kind=}, {@code ?url=} a part of it. */
    private Answer callbacks(Call call) {
        String reference = call.query().get("reference");
        String checkout = call.query().getOrDefault("checkout_request_id", reference);
        String kind = call.query().get("kind");
        String url = call.query().getOrDefault("url", "");
        List<Delivery> found =
                deliveries.last(d -> (checkout == null || d.reference().equals(checkout))
                        && (kind == null || d.kind().equals(kind))
                        && d.url().contains(url));
        ArrayNode shown = Json.array();
        found.forEach(delivery -> shown.add(delivery.json()));
        ObjectNode answer = Json.object().put("count", found.size()).put("sent_in_all", deliveries.count());
        answer.set("callbacks", shown);
        return Answer.ok(answer);
    }
}
