package daraja.simulator.stk;

import daraja.simulator.wallet.Entry;
import daraja.simulator.web.Json;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One question on one phone, from the push until its callback has gone out. It is decided once. */
public final class Prompt {

    enum State {
        PENDING,
        /** Somebody decides at this moment; nobody else may. */
        DECIDING,
        APPROVED,
        CANCELLED,
        FAILED;

        String shown() {
            return (this == DECIDING ? PENDING : this).name().toLowerCase(Locale.ROOT);
        }
    }

    private final String checkoutRequestId;
    private final String merchantRequestId;
    private final PushRequest request;
    private final Instant openedAt;
    private final String behaviourName;
    private final JsonNode script;
    private State state = State.PENDING;
    private @Nullable Outcome outcome;
    private boolean calledBack;

    Prompt(
            String checkoutRequestId,
            String merchantRequestId,
            PushRequest request,
            Instant openedAt,
            String behaviourName,
            JsonNode script) {
        this.checkoutRequestId = checkoutRequestId;
        this.merchantRequestId = merchantRequestId;
        this.request = request;
        this.openedAt = openedAt;
        this.behaviourName = behaviourName;
        this.script = script;
    }

    public String checkoutRequestId() {
        return checkoutRequestId;
    }

    String merchantRequestId() {
        return merchantRequestId;
    }

    PushRequest request() {
        return request;
    }

    public String msisdn() {
        return request.msisdn();
    }

    public long amount() {
        return request.amount();
    }

    Instant openedAt() {
        return openedAt;
    }

    Behaviour behaviour() {
        return Behaviours.named(behaviourName, script);
    }

    /** Takes the right to decide; false when the prompt is decided, or just being so. */
    synchronized boolean claim() {
        if (state != State.PENDING) {
            return false;
        }
        state = State.DECIDING;
        return true;
    }

    synchronized void end(State ended, Outcome how) {
        state = ended;
        outcome = how;
    }

    /** How it ended; null while it is open. */
    synchronized @Nullable Outcome outcome() {
        return outcome;
    }

    synchronized State state() {
        return state;
    }

    /** Whether a hand can still decide it. */
    public synchronized boolean waits() {
        return state == State.PENDING;
    }

    synchronized boolean isOpen() {
        return outcome == null;
    }

    synchronized boolean calledBack() {
        return calledBack;
    }

    synchronized void markCalledBack() {
        calledBack = true;
    }

    /** For people and tests. */
    public synchronized ObjectNode json() {
        return Json.object()
                .put("checkout_request_id", checkoutRequestId)
                .put("amount", request.amount())
                .put("state", state.shown())
                .put("msisdn", request.msisdn())
                .put("merchant_request_id", merchantRequestId)
                .put("account_reference", request.reference())
                .put("opened_at", Entry.shownTime(openedAt))
                .put("result_code", outcome == null ? null : outcome.code());
    }

    /** What a restart needs to go on. */
    ObjectNode line() {
        ObjectNode line = Json.object()
                .put("opened", checkoutRequestId)
                .put("merchant_request_id", merchantRequestId)
                .put("at", openedAt.toString())
                .put("behaviour", behaviourName);
        line.set("request", request.json());
        line.set("script", script);
        return line;
    }

    static Prompt of(JsonNode line) {
        return new Prompt(
                line.path("opened").asString(),
                line.path("merchant_request_id").asString(),
                PushRequest.of(line.path("request")),
                Instant.parse(line.path("at").asString()),
                line.path("behaviour").asString(),
                line.path("script"));
    }
}
