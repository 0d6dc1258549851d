package duka.server.processing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import duka.kernel.api.ReadModelListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What each projection group has committed lately: the sequence number that it has reached of each aggregate. An edge
 * that has just written waits here until those that show the change have it.
 */
public final class Reports {

    private static final int REMEMBERED = 20_000;

    private final Map<String, GroupReports> groups = new ConcurrentHashMap<>();
    private final Supplier<Stream<ReadModelListener>> listeners;

    /** @param listeners asked for late, since they read what the groups write */
    Reports(Supplier<Stream<ReadModelListener>> listeners) {
        this.listeners = listeners;
    }

    /** @param handles whether the group shows events of that payload type, and whoever wrote one waits for it */
    void register(String group, Predicate<Class<?>> handles) {
        groups.put(group, new GroupReports(handles));
    }

    /**
     * @param taken all events of the batch, those that were set aside too
     * @param position of the last of them, 0 for one that came again
     */
    void committed(String group, Map<String, Long> reached, List<?> taken, long position) {
        GroupReports reports = groups.get(group);
        if (reports != null) {
            reports.add(reached, position);
            listeners.get().forEach(listener -> listener.shown(group, taken));
        }
    }

    /** How far the group came since this process started, 0 if it did nothing yet or works elsewhere. */
    long position(String group) {
        GroupReports reports = groups.get(group);
        return reports == null ? 0 : reports.position.get();
    }

    /** Whether the group shows events of that payload type; of a group that works elsewhere it is taken to be so. */
    boolean shows(String group, Class<?> payloadType) {
        GroupReports reports = groups.get(group);
        return reports == null || reports.handles.test(payloadType);
    }

    /** One event that somebody waits for. */
    record Awaited(String aggregateId, long sequence, Class<?> payloadType) {}

    /** @return whether all groups that show these events had them in time */
    boolean await(Set<Awaited> events, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (GroupReports group : groups.values()) {
            for (Awaited event : events) {
                if (group.handles.test(event.payloadType()) && !group.await(event, end)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static final class GroupReports {

        private final Predicate<Class<?>> handles;
        private final Cache<String, Long> reached =
                Caffeine.newBuilder().maximumSize(REMEMBERED).build();
        private final AtomicLong position = new AtomicLong();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition more = lock.newCondition();

        GroupReports(Predicate<Class<?>> handles) {
            this.handles = handles;
        }

        void add(Map<String, Long> committed, long upTo) {
            position.accumulateAndGet(upTo, Math::max);
            committed.forEach((aggregate, sequence) -> reached.asMap().merge(aggregate, sequence, Math::max));
            lock.lock();
            try {
                more.signalAll();
            } finally {
                lock.unlock();
            }
        }

        boolean await(Awaited event, long end) throws InterruptedException {
            lock.lock();
            try {
                while (!has(event)) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    more.awaitNanos(left);
                }
                return true;
            } finally {
                lock.unlock();
            }
        }

        private boolean has(Awaited event) {
            Long sequence = reached.getIfPresent(event.aggregateId());
            return sequence != null && sequence >= event.sequence();
        }
    }
}
