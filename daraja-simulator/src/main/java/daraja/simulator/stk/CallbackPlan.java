package daraja.simulator.stk;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * How often and when a prompt is called back.
 *
 * @param copies the same body, all at the same moment
 * @param delay virtual time after the decision
 * @param lost never sent
 * @param held kept until the next prompt's callback has gone out
 * @param receipts how often the payer is charged; each charge has a receipt and a callback
 */
record CallbackPlan(int copies, Duration delay, boolean lost, boolean held, int receipts, CallbackShape shape) {

    static final CallbackPlan USUAL = new CallbackPlan(1, Duration.ZERO, false, false, 1, CallbackShape.USUAL);

    CallbackPlan withCopies(int count) {
        return new CallbackPlan(count, delay, lost, held, receipts, shape);
    }

    CallbackPlan withDelay(Duration time) {
        return new CallbackPlan(copies, time, lost, held, receipts, shape);
    }

    CallbackPlan neverSent() {
        return new CallbackPlan(copies, delay, true, held, receipts, shape);
    }

    CallbackPlan withReceipts(int count) {
        return new CallbackPlan(copies, delay, lost, held, count, shape);
    }

    CallbackPlan withShape(CallbackShape other) {
        return new CallbackPlan(copies, delay, lost, held, receipts, other);
    }

    CallbackPlan scripted(JsonNode script) {
        return new CallbackPlan(
                script.path("copies").asInt(copies),
                script.has("delay_seconds")
                        ? Duration.ofSeconds(script.path("delay_seconds").asLong(0))
                        : delay,
                script.path("drop").asBoolean(lost),
                script.path("hold").asBoolean(held),
                script.path("receipts").asInt(receipts),
                shape.scripted(script));
    }
}
