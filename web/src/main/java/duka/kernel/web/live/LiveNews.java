package duka.kernel.web.live;

import duka.kernel.api.History.Happening;
import java.util.Optional;

/** What a feature tells of its events. Each event is told by one feature at most in a room, so its position is its name. */
public interface LiveNews {

    Room room();

    /** The group of read models that must show the event before it is told. */
    String group();

    /** Whether this may be something to tell. */
    boolean knows(Object event);

    /**
     * What is told of an event that {@link #knows} accepted, as things are now, or nothing. It is asked again for
     * people who come back, and then says the same but for what has changed since.
     */
    Optional<Told> tell(Happening happening, Questions questions);
}
