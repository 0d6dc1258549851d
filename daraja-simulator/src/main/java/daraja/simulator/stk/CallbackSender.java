package daraja.simulator.stk;

import daraja.simulator.callback.Letter;
import daraja.simulator.callback.Postman;
import daraja.simulator.clock.Agenda;
import daraja.simulator.script.Payloads;
import daraja.simulator.script.Scripts;
import daraja.simulator.wallet.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells the shop how a prompt ended, as often, as late and as wrongly as the plan says. */
public final class CallbackSender {

    private static final Duration BETWEEN_RECEIPTS = Duration.ofSeconds(1);

    private final Postman postman;
    private final Agenda agenda;
    private final Scripts scripts;
    private final Prompts prompts;
    private final List<Runnable> held = new ArrayList<>();

    public CallbackSender(Postman postman, Agenda agenda, Scripts scripts, Prompts prompts) {
        this.postman = postman;
        this.agenda = agenda;
        this.scripts = scripts;
        this.prompts = prompts;
    }

    /** The future ends with the first delivery, or at once when none goes out now. */
    CompletableFuture<?> tell(Prompt prompt, Outcome outcome, List<Entry> charges) {
        JsonNode script = scripts.take("callback", prompt.msisdn(), prompt.amount());
        CallbackPlan plan = prompt.behaviour().callback().scripted(script);
        if (plan.lost()) {
            // A restart must not find it again.
            prompts.calledBack(prompt);
            return CompletableFuture.completedFuture(null);
        }
        List<JsonNode> bodies = new ArrayList<>();
        if (script.has("payload")) {
            bodies.add(Payloads.named(script.path("payload").asString()));
        } else if (charges.isEmpty()) {
            bodies.add(StkCallback.body(prompt, outcome, null, plan.shape()));
        } else {
            charges.forEach(charge -> bodies.add(StkCallback.body(prompt, outcome, charge, plan.shape())));
        }
        if (plan.held()) {
            hold(() -> {
                var ignored = later(prompt, bodies, plan);
            });
            return CompletableFuture.completedFuture(null);
        }
        List<Runnable> overtaken = takeHeld();
        return later(prompt, bodies, plan).whenComplete((delivery, failure) -> overtaken.forEach(Runnable::run));
    }

    /** Forgets what is held back. */
    public synchronized void reset() {
        held.clear();
    }

    private CompletableFuture<?> later(Prompt prompt, List<JsonNode> bodies, CallbackPlan plan) {
        CompletableFuture<?> first = CompletableFuture.completedFuture(null);
        Duration delay = plan.delay();
        for (JsonNode body : bodies) {
            if (delay.isZero()) {
                first = post(prompt, body, plan.copies());
            } else {
                agenda.after(delay, () -> {
                    var ignored = post(prompt, body, plan.copies());
                });
            }
            delay = delay.plus(BETWEEN_RECEIPTS);
        }
        return first;
    }

    private CompletableFuture<?> post(Prompt prompt, JsonNode body, int copies) {
        Letter letter = new Letter(
                "stk",
                prompt.checkoutRequestId(),
                prompt.request().callbackUrl(),
                Map.of("Businessshortcode", prompt.request().shortcode()),
                body);
        prompts.calledBack(prompt);
        @Nullable CompletableFuture<?> last = null;
        for (int i = 0; i < copies; i++) {
            last = postman.send(letter);
        }
        return last == null ? CompletableFuture.completedFuture(null) : last;
    }

    private synchronized void hold(Runnable letters) {
        held.add(letters);
    }

    private synchronized List<Runnable> takeHeld() {
        List<Runnable> taken = List.copyOf(held);
        held.clear();
        return taken;
    }
}
