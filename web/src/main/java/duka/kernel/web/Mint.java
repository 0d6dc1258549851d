package duka.kernel.web;

import duka.kernel.Id;
import duka.kernel.Uuids;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Makes the ids of what a request creates. Under an {@code Idempotency-Key} the n-th id of a request is the same each
 * time it runs, so that a request that is run again after a crash lands on the same things. So: mint in a fixed order.
 */
@Component
public class Mint {

    private final Clock clock;

    Mint(Clock clock) {
        this.clock = clock;
    }

    public <T extends Id> T id(Function<UUID, T> kind) {
        return kind.apply(uuid());
    }

    public UUID uuid() {
        Exchange exchange = Exchange.current();
        return exchange == null ? Uuids.mint(clock) : exchange.mint(clock);
    }
}
