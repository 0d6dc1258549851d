package duka.kernel.web;

import duka.kernel.Uuids;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request and its answer: what belongs to it and dies with it. Used by the thread that serves it alone. */
final class Exchange {

    private static final ThreadLocal<@Nullable Exchange> CURRENT = new ThreadLocal<>();

    private final String requestId;
    private String correlationId;
    private String guest = "guest:anonymous";
    private @Nullable UUID seed;
    private int minted;

    private Exchange(String requestId, UUID correlationId) {
        this.requestId = requestId;
        this.correlationId = correlationId.toString();
    }

    static Exchange open(String requestId, Clock clock) {
        Exchange exchange = new Exchange(requestId, Uuids.mint(clock));
        CURRENT.set(exchange);
        return exchange;
    }

    static @Nullable Exchange current() {
        return CURRENT.get();
    }

    static void close() {
        CURRENT.remove();
    }

    String requestId() {
        return requestId;
    }

    String correlationId() {
        return correlationId;
    }

    String guest() {
        return guest;
    }

    void actAsGuest(String id) {
        guest = "guest:" + id;
    }

    /** From here on all ids derive from the seed, so that the same request run again makes the same things. */
    void repeatable(UUID newSeed) {
        seed = newSeed;
        minted = 0;
        correlationId = Uuids.derive(newSeed, "correlation").toString();
    }

    UUID mint(Clock clock) {
        UUID parent = seed;
        return parent == null ? Uuids.mint(clock) : Uuids.derive(parent, "minted-" + minted++);
    }
}
