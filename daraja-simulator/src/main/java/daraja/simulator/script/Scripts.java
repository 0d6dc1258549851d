package daraja.simulator.script;

import daraja.simulator.web.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The waiting scripts, oldest first. The first one that fits is used, and leaves after its last time. */
public final class Scripts {

    private static final class Waiting {
        private final JsonNode spec;
        private long left;

        private Waiting(JsonNode spec) {
            this.spec = spec;
            this.left = spec.path("times").asLong(1);
        }

        private boolean fits(String on, @Nullable String msisdn, long amount) {
            return spec.path("on").asString("").equals(on)
                    && (!spec.has("msisdn") || spec.path("msisdn").asString("").equals(msisdn))
                    && (!spec.has("amount_is") || spec.path("amount_is").asLong(-1) == amount);
        }

        private boolean forEver() {
            return spec.path("times").asLong(1) == 0;
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();

    /** The script for this occasion, or an empty object. */
    public synchronized JsonNode take(String on, @Nullable String msisdn, long amount) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting next = all.next();
            if (next.fits(on, msisdn, amount)) {
                if (!next.forEver() && --next.left <= 0) {
                    all.remove();
                }
                return next.spec;
            }
        }
        return Json.object();
    }

    synchronized void add(JsonNode spec) {
        waiting.add(new Waiting(spec));
    }

    synchronized ArrayNode shown() {
        ArrayNode all = Json.array();
        for (Waiting next : waiting) {
            ObjectNode copy = ((ObjectNode) next.spec.deepCopy());
            all.add(next.forEver() ? copy : copy.put("times_left", next.left));
        }
        return all;
    }

    public synchronized void clear() {
        waiting.clear();
    }
}
