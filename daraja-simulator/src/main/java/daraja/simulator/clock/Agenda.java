package daraja.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * What happens when, in virtual time. As time flows, due things run side by side; when time is pushed forward, they
 * run one after the other in the order of their hours, each seeing its own hour on the clock.
 */
public final class Agenda implements AutoCloseable {

    private record Due(Instant at, long number, Runnable work) {}

    private final VirtualClock clock;
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Object advancing = new Object();
    private long counter;
    private boolean pushed;
    private boolean closed;

    public Agenda(VirtualClock clock) {
        this.clock = clock;
        Thread.ofPlatform().name("agenda").daemon().start(this::follow);
    }

    public void after(Duration delay, Runnable work) {
        at(clock.now().plus(delay), work);
    }

    public synchronized void at(Instant due, Runnable work) {
        queue.add(new Due(due, counter++, work));
        notifyAll();
    }

    /** Pushes time forward and does everything that became due; returns how many things that were. */
    public int advance(Duration by) {
        synchronized (advancing) {
            Instant target = clock.now().plus(by);
            int done = 0;
            push(true);
            try {
                for (Due next = takeUntil(target); next != null; next = takeUntil(target)) {
                    clock.moveTo(next.at());
                    next.work().run();
                    done++;
                }
                clock.moveTo(target);
            } finally {
                push(false);
            }
            return done;
        }
    }

    /** Forgets everything and shows real time again. */
    public synchronized void reset() {
        queue.clear();
        clock.backToReal();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        threads.shutdownNow();
    }

    /** While time is pushed, nothing else takes due things. */
    private synchronized void push(boolean now) {
        pushed = now;
        notifyAll();
    }

    private synchronized @Nullable Due takeUntil(Instant limit) {
        Due first = queue.peek();
        return first != null && !first.at().isAfter(limit) ? queue.poll() : null;
    }

    private void follow() {
        try {
            for (Due next = awaitNext(); next != null; next = awaitNext()) {
                threads.execute(next.work());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Due awaitNext() throws InterruptedException {
        while (!closed) {
            Due first = queue.peek();
            if (first == null || pushed) {
                wait();
            } else {
                long millis = Duration.between(clock.now(), first.at()).toMillis();
                if (millis <= 0) {
                    return queue.poll();
                }
                wait(millis);
            }
        }
        return null;
    }
}
