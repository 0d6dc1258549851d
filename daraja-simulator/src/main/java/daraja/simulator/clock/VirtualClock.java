package daraja.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Real time plus an offset that only grows, until a reset takes it back to nothing. */
public final class VirtualClock {

    private final Clock real;
    private final AtomicLong offsetMillis;

    public VirtualClock(Clock real, Duration offset) {
        this.real = real;
        this.offsetMillis = new AtomicLong(offset.toMillis());
    }

    public Instant now() {
        return Instant.ofEpochMilli(real.millis() + offsetMillis.get());
    }

    public Duration offset() {
        return Duration.ofMillis(offsetMillis.get());
    }

    /** Moves forward until that instant; does nothing when it has passed. */
    void moveTo(Instant target) {
        offsetMillis.accumulateAndGet(target.toEpochMilli() - real.millis(), Math::max);
    }

    void backToReal() {
        offsetMillis.set(0);
    }
}
