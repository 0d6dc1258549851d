package daraja.simulator.console;

import daraja.simulator.stk.Behaviours;
import daraja.simulator.stk.Prompt;
import daraja.simulator.stk.PromptDesk;
import daraja.simulator.stk.Prompts;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.wallet.Msisdn;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a hand can do with a phone: look at it, set it up, approve, cancel. */
public final class PhoneCalls {

    private final Prompts prompts;
    private final PromptDesk desk;
    private final Ledger ledger;
    private final Behaviours behaviours;

    public PhoneCalls(Prompts prompts, PromptDesk desk, Ledger ledger, Behaviours behaviours) {
        this.prompts = prompts;
        this.desk = desk;
        this.ledger = ledger;
        this.behaviours = behaviours;
    }

    public void routes(Router router) {
        router.on("GET", "/simulator/phones/{msisdn}/", call -> Answer.ok(phone(msisdn(call))))
                .on("POST", "/simulator/phones/{msisdn}/", this::setUp)
                .on("GET", "/simulator/prompts/", this::list)
                .on("GET", "/simulator/prompts/{id}/", call -> withPrompt(call, p -> Answer.ok(p.json())))
                .on("POST", "/simulator/prompts/{id}/approve/", call -> byHand(call, desk::approve))
                .on("POST", "/simulator/prompts/{id}/cancel/", call -> byHand(call, desk::cancel));
    }

    private ObjectNode phone(String msisdn) {
        ObjectNode phone = Json.object()
                .put("msisdn", msisdn)
                .put("balance", ledger.balance(msisdn))
                .put("behaviour", behaviours.of(msisdn));
        phone.set("prompts", shown(msisdn));
        return phone;
    }

    private Answer setUp(Call call) {
        String msisdn = msisdn(call);
        JsonNode wanted = call.json();
        JsonNode behaviour = wanted.path("behaviour");
        if (behaviour.isString() || behaviour.isInt()) {
            String name = behaviour.asString();
            behaviours.choose(msisdn, behaviour.isInt() ? "0".repeat(Math.max(0, 3 - name.length())) + name : name);
        }
        JsonNode balance = wanted.path("balance");
        if (balance.isNumber()) {
            ledger.setBalance(msisdn, balance.asLong());
        }
        return Answer.ok(phone(msisdn));
    }

    private Answer list(Call call) {
        String msisdn = call.query().get("msisdn");
        ObjectNode answer = Json.object();
        ArrayNode found = msisdn == null ? Json.array() : shown(Msisdn.of(msisdn));
        if (msisdn == null) {
            prompts.list(p -> true).forEach(p -> found.add(p.json()));
        }
        answer.set("prompts", found);
        return Answer.ok(answer.put("count", found.size()));
    }

    private ArrayNode shown(String msisdn) {
        ArrayNode shown = Json.array();
        prompts.list(p -> p.msisdn().equals(msisdn)).forEach(p -> shown.add(p.json()));
        return shown;
    }

    private Answer byHand(Call call, Function<Prompt, CompletableFuture<?>> hand) {
        return withPrompt(call, prompt -> {
            if (!prompt.waits()) {
                return Answer.problem(409, "This prompt has ended");
            }
            var ignored = hand.apply(prompt);
            return Answer.ok(prompt.json());
        });
    }

    private Answer withPrompt(Call call, Function<Prompt, Answer> then) {
        Prompt prompt = desk.find(call.param("id"));
        return prompt == null ? Answer.problem(404, "No such prompt") : then.apply(prompt);
    }

    private static String msisdn(Call call) {
        return Msisdn.of(call.param("msisdn"));
    }
}
