package daraja.simulator.asyncresult;

import daraja.simulator.gateway.ResultTexts;
import daraja.simulator.web.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of an asynchronous request.
 *
 * @param receipt null when no transaction came of it; the result then carries a dummy
 * @param parameters entries of Key and mostly Value; one alone is written as an object instead of a list
 */
record Conclusion(String code, @Nullable String receipt, List<ObjectNode> parameters) {

    static Conclusion failed(String code) {
        return new Conclusion(code, null, List.of());
    }

    String text() {
        return ResultTexts.of(code);
    }

    boolean succeeded() {
        return code.equals("0");
    }

    /** Collects parameters in the order in which they are written. */
    static final class Parameters {
        private final List<ObjectNode> all = new ArrayList<>();

        Parameters with(String key, String value) {
            all.add(Json.object().put("Key", key).put("Value", value));
            return this;
        }

        Parameters with(String key, JsonNode value) {
            ObjectNode entry = Json.object().put("Key", key);
            entry.set("Value", value);
            all.add(entry);
            return this;
        }

        Parameters without(String key) {
            all.add(Json.object().put("Key", key));
            return this;
        }

        List<ObjectNode> list() {
            return List.copyOf(all);
        }
    }
}
