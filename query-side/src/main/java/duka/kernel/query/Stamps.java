package duka.kernel.query;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Counts the changes that this process has committed to what it keeps in memory. Whoever keeps an answer notes the count
 * before it reads, and does not use the answer under another count: so nobody who has just written reads what was
 * before. Rows share counters; a shared one forgets too much and never too little.
 */
@Component
public class Stamps {

    /** What moves whole lists. */
    public enum Topic {
        /** Which products are shown, under which words, prices and categories, and whether they are in stock. */
        SHELVES,
        /** Names and places of categories. */
        CATEGORIES,
        /** How often something was sold. */
        SALES
    }

    private static final int ROW_BITS = 14;
    private static final int ROWS = 1 << ROW_BITS;
    private static final String NOTED = "duka.stamps";

    private final Map<Topic, AtomicLong> topics = new EnumMap<>(Topic.class);
    private final AtomicLongArray rows = new AtomicLongArray(ROWS);

    Stamps() {
        for (Topic topic : Topic.values()) {
            topics.put(topic, new AtomicLong());
        }
    }

    public long of(Topic topic) {
        return counter(topic).get();
    }

    public long of(UUID row) {
        return rows.get(slot(row));
    }

    /** The unit of work at hand changes this topic; it counts once it has committed. */
    public void change(Topic topic) {
        noted().topics().add(topic);
    }

    /** The unit of work at hand changes this row; it counts once it has committed. */
    public void change(UUID row) {
        noted().slots().add(slot(row));
    }

    private Noted noted() {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        return unit.getOrComputeResource(NOTED, key -> {
            Noted noted = new Noted(EnumSet.noneOf(Topic.class), new HashSet<>());
            unit.afterCommit(committed -> count(noted));
            return noted;
        });
    }

    private void count(Noted noted) {
        noted.topics().forEach(topic -> counter(topic).incrementAndGet());
        noted.slots().forEach(rows::incrementAndGet);
    }

    private AtomicLong counter(Topic topic) {
        return Objects.requireNonNull(topics.get(topic));
    }

    private static int slot(UUID row) {
        int mixed = row.hashCode() * 0x9E3779B9;
        return mixed >>> (Integer.SIZE - ROW_BITS);
    }

    private record Noted(Set<Topic> topics, Set<Integer> slots) {}
}
