package daraja.simulator.stk;

import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.gateway.Ids;
import daraja.simulator.wallet.Entry;
import daraja.simulator.wallet.Ledger;
import daraja.simulator.wallet.Posting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs the life of prompts: opened by a push, decided by the phone's behaviour or by a hand, then told to the shop. */
public final class PromptDesk {

    private static final System.Logger LOG = System.getLogger(PromptDesk.class.getName());
    private static final Duration RULE_17 = Duration.ofMinutes(2);

    private final Prompts prompts;
    private final Ledger ledger;
    private final CallbackSender callbacks;
    private final Agenda agenda;
    private final VirtualClock clock;
    private final Ids ids;
    private final Consumer<Entry> paid;

    /** @param paid hears of every charge */
    public PromptDesk(
            Prompts prompts,
            Ledger ledger,
            CallbackSender callbacks,
            Agenda agenda,
            VirtualClock clock,
            Ids ids,
            Consumer<Entry> paid) {
        this.prompts = prompts;
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.agenda = agenda;
        this.clock = clock;
        this.ids = ids;
        this.paid = paid;
    }

    /** Goes on with the prompts that were open, or not yet called back, when the program ended. */
    public void resume() {
        for (Prompt prompt : prompts.list(p -> true)) {
            Outcome outcome = prompt.outcome();
            if (outcome == null) {
                schedule(prompt);
            } else if (!prompt.calledBack()) {
                List<Entry> charges =
                        ledger.checkout(prompt.checkoutRequestId()).stream().toList();
                if (!outcome.paid() || !charges.isEmpty()) {
                    var ignored = callbacks.tell(prompt, outcome, charges);
                }
            }
        }
    }

    /** Puts a prompt on the phone; it is not decided yet. */
    Prompt open(PushRequest request, String behaviour, JsonNode script) {
        boolean rule17 = ledger.paidWithin(request.msisdn(), request.amount(), RULE_17);
        Prompt prompt = new Prompt(
                newCheckoutId(request.msisdn()),
                ids.request(),
                request,
                clock.now(),
                rule17 ? "code:17" : behaviour,
                script);
        prompts.open(prompt);
        LOG.log(System.Logger.Level.DEBUG, "prompt {0} of {1}", prompt.checkoutRequestId(), prompt.amount());
        return prompt;
    }

    /** Lets the phone decide in its own time. */
    void schedule(Prompt prompt) {
        agenda.at(prompt.openedAt().plus(prompt.behaviour().decidesAfter()), () -> {
            var ignored = decide(prompt);
        });
    }

    /** The phone decides now. */
    CompletableFuture<?> decide(Prompt prompt) {
        Outcome outcome = prompt.behaviour().outcome();
        return outcome.paid() ? approve(prompt) : fail(prompt, Prompt.State.FAILED, outcome);
    }

    /** The payer types the PIN. */
    public CompletableFuture<?> approve(Prompt prompt) {
        if (!prompt.claim()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Entry> charges = new ArrayList<>();
        Posting last = charge(prompt, charges);
        for (int i = 1; i < prompt.behaviour().callback().receipts(); i++) {
            last = charge(prompt, charges);
        }
        if (charges.isEmpty() && last instanceof Posting.Declined declined) {
            return ended(prompt, Prompt.State.FAILED, Outcome.of(declined.code()), charges);
        }
        charges.forEach(paid);
        return ended(prompt, Prompt.State.APPROVED, Outcome.PAID, charges);
    }

    /** The payer refuses. */
    public CompletableFuture<?> cancel(Prompt prompt) {
        return fail(prompt, Prompt.State.CANCELLED, Outcome.of("1032"));
    }

    public @Nullable Prompt find(String checkoutRequestId) {
        return prompts.find(checkoutRequestId);
    }

    private CompletableFuture<?> fail(Prompt prompt, Prompt.State state, Outcome outcome) {
        return prompt.claim()
                ? ended(prompt, outcome.code().equals("1032") ? Prompt.State.CANCELLED : state, outcome, List.of())
                : CompletableFuture.completedFuture(null);
    }

    private Posting charge(Prompt prompt, List<Entry> charges) {
        Posting posting = ledger.pay(
                prompt.msisdn(),
                prompt.amount(),
                prompt.checkoutRequestId(),
                prompt.request().reference());
        if (posting instanceof Posting.Posted posted) {
            charges.add(posted.entry());
        }
        return posting;
    }

    private CompletableFuture<?> ended(Prompt prompt, Prompt.State state, Outcome outcome, List<Entry> charges) {
        prompts.ended(prompt, state, outcome);
        return callbacks.tell(prompt, outcome, charges);
    }

    private String newCheckoutId(String msisdn) {
        String id = ids.checkout(msisdn);
        while (prompts.knows(id)) {
            id = ids.checkout(msisdn);
        }
        return id;
    }
}
