package duka.server.store;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** Calls one reader. Used by the one thread that follows the end. */
final class Bell {

    private final Runnable callback;
    private final Predicate<Class<?>> handles;
    private final long pause;
    private long rang;
    private boolean due;

    Bell(Runnable callback, Predicate<Class<?>> handles, Duration pause) {
        this.callback = callback;
        this.handles = handles;
        this.pause = pause.toNanos();
        this.rang = System.nanoTime() - this.pause;
    }

    void hear(Set<Class<?>> news) {
        due = due || news.stream().anyMatch(handles);
        if (due && System.nanoTime() - rang >= pause) {
            ring();
        }
    }

    void ring() {
        due = false;
        rang = System.nanoTime();
        callback.run();
    }

    long nanosUntilItRings() {
        return due ? pause - (System.nanoTime() - rang) : Long.MAX_VALUE;
    }
}
