package daraja.simulator.script;

import daraja.simulator.callback.Delivery;
import daraja.simulator.callback.Letter;
import daraja.simulator.callback.Postman;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How tests make trouble. {@code POST /simulator/script/} takes one script, {@code {"scripts":[…]}} or
 * {@code {"switches":{…}}} (see {@link Switches}); {@code GET} shows both, {@code DELETE} forgets the scripts.
 *
 * <p>A script says {@code on} which occasion it is used: {@code token}, {@code push}, {@code query}, {@code reversal},
 * {@code b2c}, {@code status}, {@code balance}, {@code c2b}, {@code pull} (calls), {@code callback} (the end of a
 * prompt) or {@code result} (the end of an asynchronous request). {@code msisdn} and {@code amount_is} narrow it,
 * {@code times} (1) says how often it is used, 0 for ever. What it changes:
 *
 * <ul>
 *   <li>calls: {@code answer} (see {@link CannedAnswers}), {@code status}, {@code payload}; {@code accept} true does the
 *       real work all the same; {@code delay_ms} of real time before the answer
 *   <li>push: {@code behaviour}, {@code after_seconds}, {@code before_answer}, and all of query and callback for this
 *       one prompt, with {@code contradict_seconds}, {@code contradict_with}, {@code processing_until_callback}
 *   <li>query: {@code result_code} (4999 too), {@code result_desc}
 *   <li>callback: {@code drop}, {@code delay_seconds} of virtual time, {@code copies}, {@code hold} (reordered: it goes
 *       out after the next prompt's), {@code amount_off}, {@code phone}, {@code prefix}, {@code balance}
 *       ({@code empty}, {@code absent}, {@code text}, {@code number}), {@code shuffled}, {@code payload};
 *       {@code receipts} belongs to the push
 *   <li>result: {@code late_seconds}, {@code lost}, {@code timeout} (QueueTimeOutURL instead), {@code single_object},
 *       {@code result_code}, {@code payload}; {@code done} false with a {@code result_code} moves no money
 * </ul>
 *
 * <p>{@code POST /simulator/payloads/{name}/} {@code {"url":"…","fields":{"CheckoutRequestID":"…"}}} posts a captured
 * body, with these fields replaced wherever they stand; {@code GET} shows it, {@code GET /simulator/payloads/} lists.
 */
public final class ScriptCalls {

    private static final List<String> OCCASIONS = List.of(
            "token", "push", "query", "reversal", "b2c", "status", "balance", "c2b", "pull", "callback", "result");

    private final Scripts scripts;
    private final Switches switches;
    private final Postman postman;

    public ScriptCalls(Scripts scripts, Switches switches, Postman postman) {
        this.scripts = scripts;
        this.switches = switches;
        this.postman = postman;
    }

    public void routes(Router router) {
        router.on("GET", "/simulator/script/", call -> shown())
                .on("POST", "/simulator/script/", this::add)
                .on("DELETE", "/simulator/script/", call -> {
                    scripts.clear();
                    return shown();
                })
                .on("GET", "/simulator/payloads/", call -> {
                    ObjectNode answer = Json.object();
                    Payloads.names().forEach(answer.putArray("names")::add);
                    return Answer.ok(answer);
                })
                .on("GET", "/simulator/payloads/{name}/", call -> Answer.ok(Payloads.named(call.param("name"))))
                .on("POST", "/simulator/payloads/{name}/", this::replay);
    }

    private Answer add(Call call) {
        JsonNode wanted = call.json();
        if (wanted.has("switches")) {
            switches.set(wanted.path("switches"));
        }
        List<JsonNode> added = wanted.has("on")
                ? List.of(wanted)
                : wanted.path("scripts").valueStream().toList();
        for (JsonNode script : added) {
            check(script);
        }
        added.forEach(scripts::add);
        return shown();
    }

    private static void check(JsonNode script) {
        if (!OCCASIONS.contains(script.path("on").asString(""))) {
            throw new IllegalArgumentException("on is one of " + OCCASIONS);
        }
        // Fails now rather than in the middle of a test when the answer or payload does not exist.
        var ignored = CannedAnswers.of(script, "", null);
    }

    private Answer shown() {
        ObjectNode answer = Json.object();
        answer.set("scripts", scripts.shown());
        answer.set("switches", switches.shown());
        return Answer.ok(answer);
    }

    private Answer replay(Call call) {
        JsonNode wanted = call.json();
        JsonNode body = Payloads.named(call.param("name"));
        wanted.path("fields").properties().forEach(field -> replace(body, field.getKey(), field.getValue()));
        Letter letter = new Letter(
                "replay",
                call.param("name"),
                wanted.path("url").asString(""),
                Map.of("Businessshortcode", "174379"),
                body);
        Delivery delivery = postman.send(letter).join();
        return Answer.ok(delivery.json());
    }

    /** Replaces a field by name, and the Value beside a Name or Key of that name. */
    private static void replace(JsonNode node, String name, JsonNode value) {
        if (node instanceof ObjectNode object) {
            if (object.has(name)) {
                object.set(name, value);
            }
            boolean named = object.path("Name").asString("").equals(name)
                    || object.path("Key").asString("").equals(name);
            if (named) {
                object.set("Value", value);
            }
        }
        node.forEach(child -> replace(child, name, value));
    }
}
