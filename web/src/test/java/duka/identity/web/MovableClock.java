package duka.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test may put forward. */
public final class MovableClock extends Clock {

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    public MovableClock(Clock real) {
        this.real = real;
    }

    public void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
