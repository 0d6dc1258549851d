package duka.server.store;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** Calls one reader of a group: once there is news and its pause is over, or at once if somebody waits for it. */
final class Bell {

    private final String group;
    private final Runnable callback;
    private final Predicate<Class<?>> handles;
    private final long pause;
    private long rang;
    private boolean due;

    Bell(String group, Runnable callback, Predicate<Class<?>> handles, Duration pause) {
        this.group = group;
        this.callback = callback;
        this.handles = handles;
        this.pause = pause.toNanos();
        this.rang = System.nanoTime() - this.pause;
    }

    boolean isOf(String name) {
        return group.equals(name);
    }

    synchronized void hear(Set<Class<?>> news) {
        due = due || news.stream().anyMatch(handles);
        if (due && System.nanoTime() - rang >= pause) {
            ring();
        }
    }

    synchronized void ring() {
        due = false;
        rang = System.nanoTime();
        callback.run();
    }

    synchronized long nanosUntilItRings() {
        return due ? pause - (System.nanoTime() - rang) : Long.MAX_VALUE;
    }
}
