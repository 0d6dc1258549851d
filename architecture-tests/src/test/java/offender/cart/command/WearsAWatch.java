package offender.cart.command;

import java.time.Clock;
import java.time.Instant;

/** Breaks: an aggregate is told the time. */
public final class WearsAWatch {

    Instant look(Clock clock) {
        return clock.instant();
    }
}
