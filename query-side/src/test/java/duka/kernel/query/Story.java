package duka.kernel.query;

import duka.kernel.CurrencyCode;
import duka.kernel.Money;
import duka.kernel.Uuids;
import duka.kernel.api.SequencedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events in the order in which they were written down, a second apart. */
public final class Story {

    public static final Instant BEGINNING = Instant.parse("2026-11-01T06:00:00Z");

    private static final UUID SEED = UUID.fromString("01932b6e-0000-7000-8000-000000000000");

    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** The identity that the name stands for, in every story. */
    public static UUID id(String name) {
        return Uuids.derive(SEED, name);
    }

    public static Money shillings(long amount) {
        return Money.ofMajor(amount, CurrencyCode.KES);
    }

    public Story tell(Object aggregate, SequencedBy event) {
        String stream = aggregate.toString();
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        told.add(new Told(event, stream, sequence, told.size() + 1L, now()));
        return this;
    }

    /** When the next event is written down. */
    public Instant now() {
        return BEGINNING.plus(Duration.ofSeconds(told.size()));
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    /** What was told since this many events. */
    public List<Told> since(int events) {
        return List.copyOf(told.subList(events, told.size()));
    }

    public int size() {
        return told.size();
    }
}
