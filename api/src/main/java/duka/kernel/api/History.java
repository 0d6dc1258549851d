package duka.kernel.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What happened in the shop, in order, for edges that tell people of it as soon as they can read it. */
public interface History {

    /**
     * One event.
     *
     * @param position rises from event to event, with gaps
     * @param at when it was recorded
     */
    record Happening(long position, String eventId, Instant at, Object event) {}

    /** The position of the newest event, 0 if there is none. */
    long newest();

    /** Reads on after a position, the oldest event first. */
    Reading after(long position);

    /** Up to where each of these groups of read models has come, here or in another process. */
    long shownBy(Set<String> groups);

    /** Whether the group shows events of this kind at all. */
    boolean concerns(String group, Object event);

    /** Whether the group has come as far as this event; it is asked often, and looks into the database seldom. */
    boolean isShown(String group, Happening happening);

    /** One reader's place in the history, for one thread; whoever opened it closes it. */
    interface Reading extends AutoCloseable {

        /** The next event, or nothing if there is none yet: it does not wait. */
        Optional<Happening> next();

        @Override
        void close();
    }
}
