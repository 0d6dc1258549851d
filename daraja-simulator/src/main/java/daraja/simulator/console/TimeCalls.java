package daraja.simulator.console;

import daraja.simulator.callback.Postman;
import daraja.simulator.clock.Agenda;
import daraja.simulator.clock.VirtualClock;
import daraja.simulator.wallet.Entry;
import daraja.simulator.web.Answer;
import daraja.simulator.web.Call;
import daraja.simulator.web.Json;
import daraja.simulator.web.Router;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The clock and the way back to a clean table. {@code {"seconds":60,"await_callbacks":true}} answers only once the
 * callbacks that became due were delivered, or five real seconds passed.
 */
public final class TimeCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final VirtualClock clock;
    private final Agenda agenda;
    private final Postman postman;
    private final Consumer<Duration> keepOffset;
    private final Runnable reset;

    public TimeCalls(
            VirtualClock clock, Agenda agenda, Postman postman, Consumer<Duration> keepOffset, Runnable reset) {
        this.clock = clock;
        this.agenda = agenda;
        this.postman = postman;
        this.keepOffset = keepOffset;
        this.reset = reset;
    }

    public void routes(Router router) {
        router.on("GET", "/simulator/clock/", call -> shown(0))
                .on("POST", "/simulator/clock/advance/", this::advance)
                .on("POST", "/simulator/reset/", call -> {
                    reset.run();
                    return Answer.ok(Json.object().put("reset", true));
                });
    }

    private Answer advance(Call call) {
        JsonNode wanted = call.json();
        JsonNode seconds = wanted.path("seconds");
        if (!seconds.isNumber() || seconds.asDouble() < 0) {
            return Answer.problem(400, "seconds must be a number that is not negative");
        }
        int fired = agenda.advance(Duration.ofMillis(Math.round(seconds.asDouble() * 1000)));
        keepOffset.accept(clock.offset());
        if (wanted.path("await_callbacks").asBoolean(false)) {
            postman.awaitIdle(PATIENCE);
        }
        return shown(fired);
    }

    private Answer shown(int fired) {
        return Answer.ok(Json.object()
                .put("now", Entry.shownTime(clock.now()))
                .put("offset_seconds", clock.offset().toSeconds())
                .put("fired", fired));
    }
}
