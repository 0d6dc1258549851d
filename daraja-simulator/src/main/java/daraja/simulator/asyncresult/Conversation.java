package daraja.simulator.asyncresult;

import daraja.simulator.gateway.Product;
import daraja.simulator.web.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that was acknowledged, and later what came of it. */
final class Conversation {

    private final Product product;
    private final String id;
    private final String originatorId;
    private final Instant at;
    private final JsonNode request;
    private final JsonNode script;
    private @Nullable String code;
    private @Nullable String receipt;

    Conversation(Product product, String id, String originatorId, Instant at, JsonNode request, JsonNode script) {
        this.product = product;
        this.id = id;
        this.originatorId = originatorId;
        this.at = at;
        this.request = request;
        this.script = script;
    }

    Product product() {
        return product;
    }

    String id() {
        return id;
    }

    String originatorId() {
        return originatorId;
    }

    Instant at() {
        return at;
    }

    JsonNode request() {
        return request;
    }

    String field(String name) {
        return request.path(name).asString("");
    }

    JsonNode script() {
        return script;
    }

    synchronized void end(String withCode, @Nullable String withReceipt) {
        code = withCode;
        receipt = withReceipt;
    }

    /** The result code; null while the request is being worked on. */
    synchronized @Nullable String code() {
        return code;
    }

    synchronized @Nullable String receipt() {
        return receipt;
    }

    ObjectNode line() {
        ObjectNode line = Json.object()
                .put("accepted", id)
                .put("product", product.name())
                .put("originator_id", originatorId)
                .put("at", at.toString());
        line.set("request", request);
        line.set("script", script);
        return line;
    }

    ObjectNode endLine() {
        return Json.object().put("ended", id).put("code", code()).put("receipt", receipt());
    }

    static Conversation of(JsonNode line) {
        return new Conversation(
                Product.valueOf(line.path("product").asString()),
                line.path("accepted").asString(),
                line.path("originator_id").asString(),
                Instant.parse(line.path("at").asString()),
                line.path("request"),
                line.path("script"));
    }
}
