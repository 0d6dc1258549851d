package daraja.simulator.stk;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What a phone does with a prompt.
 *
 * @param decidesAfter virtual time until the outcome, unless a hand is faster
 */
record Behaviour(Duration decidesAfter, Outcome outcome, PushAnswer answer, CallbackPlan callback, QueryPlan query) {

    static Behaviour approves(long afterSeconds) {
        return ends(Outcome.PAID, Duration.ofSeconds(afterSeconds));
    }

    static Behaviour fails(String code, long afterSeconds) {
        return ends(Outcome.of(code), Duration.ofSeconds(afterSeconds));
    }

    static Behaviour ends(Outcome outcome, Duration after) {
        return new Behaviour(after, outcome, PushAnswer.ACCEPTED, CallbackPlan.USUAL, QueryPlan.TRUTHFUL);
    }

    Behaviour answering(PushAnswer other) {
        return new Behaviour(decidesAfter, outcome, other, callback, query);
    }

    Behaviour calling(CallbackPlan other) {
        return new Behaviour(decidesAfter, outcome, answer, other, query);
    }

    Behaviour telling(QueryPlan other) {
        return new Behaviour(decidesAfter, outcome, answer, callback, other);
    }

    /** Changed by a script of the push: {@code after_seconds}, and what callback and query plans know. */
    Behaviour scripted(JsonNode script) {
        return new Behaviour(
                script.has("after_seconds")
                        ? Duration.ofSeconds(script.path("after_seconds").asLong(0))
                        : decidesAfter,
                outcome,
                script.path("before_answer").asBoolean(false) ? PushAnswer.AFTER_CALLBACK : answer,
                callback.scripted(script),
                query.scripted(script));
    }
}
