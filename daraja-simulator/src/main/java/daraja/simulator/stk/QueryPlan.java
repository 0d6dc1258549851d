package daraja.simulator.stk;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What the status query says besides the truth.
 *
 * @param processingUntilCallback 4999 as long as the callback has not gone out
 * @param contradiction for how long after the push the query denies the outcome
 * @param contradictingCode with which code it does
 */
record QueryPlan(boolean processingUntilCallback, Duration contradiction, String contradictingCode) {

    static final QueryPlan TRUTHFUL = new QueryPlan(false, Duration.ZERO, "1032");

    QueryPlan scripted(JsonNode script) {
        return new QueryPlan(
                script.path("processing_until_callback").asBoolean(processingUntilCallback),
                script.has("contradict_seconds")
                        ? Duration.ofSeconds(script.path("contradict_seconds").asLong(0))
                        : contradiction,
                script.path("contradict_with").asString(contradictingCode));
    }
}
